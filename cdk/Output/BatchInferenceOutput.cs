using Amazon.CDK;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.S3;
using BatchResource.Cdk.Internal;
using Constructs;

namespace BatchResource.Cdk;

/// <summary>
/// Where the results of a batch inference job go. Mirrors
/// <see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_ModelInvocationJobS3OutputDataConfig.html">
/// ModelInvocationJobS3OutputDataConfig</see>.
/// </summary>
public sealed class BatchInferenceOutput
{
    private readonly Func<Construct, BoundOutput> bind;

    private BatchInferenceOutput(Func<Construct, BoundOutput> bind) => this.bind = bind;

    /// <summary>
    /// Writes the results to a bucket in the job's Region. Bedrock makes a folder there and names it after the job's id. The folder gets
    /// one file of results for each input file, and <c>manifest.json.out</c> with the counts.
    /// </summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="prefix">The prefix, with or without a slash at its end, and without spaces. Default: the root of the bucket.</param>
    /// <param name="encryptionKey">The KMS key that encrypts the results. Default: the bucket's own encryption.</param>
    /// <param name="bucketOwner">
    /// The account that owns the bucket, 12 digits. Default: the bucket's account if the CDK knows it, otherwise the job's account.
    /// </param>
    public static BatchInferenceOutput ToBucket(
        IBucket bucket, string? prefix = null, IKey? encryptionKey = null, string? bucketOwner = null)
    {
        ArgumentNullException.ThrowIfNull(bucket);
        return new(scope => Bind(Stacks.Of(scope), bucket, prefix ?? string.Empty, encryptionKey, bucketOwner));
    }

    /// <summary>Writes the results to a place in S3, as <see cref="ToBucket"/> does.</summary>
    /// <param name="s3Uri">For example <c>s3://bucket/folder/</c>.</param>
    /// <param name="encryptionKey">The KMS key that encrypts the results. Default: the bucket's own encryption.</param>
    /// <param name="bucketOwner">The account that owns the bucket, 12 digits. Default: the job's account.</param>
    public static BatchInferenceOutput ToS3Uri(string s3Uri, IKey? encryptionKey = null, string? bucketOwner = null)
    {
        ArgumentNullException.ThrowIfNull(s3Uri);
        return new(scope =>
        {
            var (name, prefix) = S3Location.ParseOrThrow(scope, "Output", s3Uri);
            return Bind(Stacks.Of(scope), Bucket.FromBucketName(scope, "OutputBucket", name), prefix, encryptionKey, bucketOwner);
        });
    }

    internal BoundOutput Bind(Construct scope) => bind(scope);

    private static BoundOutput Bind(Stack stack, IBucket bucket, string prefix, IKey? encryptionKey, string? bucketOwner)
    {
        var place = BucketPlace.Of(stack, bucket, bucketOwner, "Output");
        var folder = prefix.Length == 0 || prefix.EndsWith('/') ? prefix : $"{prefix}/";
        return new BoundOutput(bucket, folder, $"s3://{BucketFacts.Of(bucket).Name}/{folder}", encryptionKey, place.Owner)
        {
            Problems = place.Problems,
        };
    }
}
