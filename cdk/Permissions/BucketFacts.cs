using System.Runtime.CompilerServices;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.S3;

namespace BatchResource.Cdk.Internal;

/// <summary>
/// The properties of a bucket, which do not change. They are read once, and not for each job, because each one is a call to the CDK's
/// process.
/// </summary>
internal sealed class BucketFacts
{
    private static readonly ConditionalWeakTable<IBucket, BucketFacts> ByBucket = [];

    private BucketFacts(IBucket bucket)
    {
        var environment = bucket.Env;
        (Name, Arn, EncryptionKey) = (bucket.BucketName, bucket.BucketArn, bucket.EncryptionKey);
        (Account, Region) = (environment.Account, environment.Region);
    }

    public string Name { get; }

    public string Arn { get; }

    public IKey? EncryptionKey { get; }

    public string Account { get; }

    public string Region { get; }

    public static BucketFacts Of(IBucket bucket) => ByBucket.GetValue(bucket, static of => new BucketFacts(of));

    public string ArnForObjects(string keys) => $"{Arn}/{keys}";
}
