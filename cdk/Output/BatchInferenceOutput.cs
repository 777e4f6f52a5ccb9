using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.S3;
using BatchResource.Cdk.Internal;

namespace BatchResource.Cdk;

/// <summary>
/// Where the results of a batch inference job go. Mirrors
/// <see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_ModelInvocationJobS3OutputDataConfig.html"/>.
/// </summary>
public sealed class BatchInferenceOutput
{
    private readonly BoundOutput bound;

    private BatchInferenceOutput(BoundOutput bound) => this.bound = bound;

    /// <summary>
    /// A bucket in the job's Region. Bedrock makes a folder there, named for the job's id, with a file of results for each file of input
    /// and <c>manifest.json.out</c> with the counts.
    /// </summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="prefix">The prefix, with or without a slash at its end, without spaces. Default: the bucket's root.</param>
    /// <param name="encryptionKey">The KMS key that encrypts the results. Default: the bucket's own encryption.</param>
    /// <param name="bucketOwner">The 12 digits of the account that owns the bucket. Default: the job's account.</param>
    public static BatchInferenceOutput ToBucket(
        IBucket bucket, string? prefix = null, IKey? encryptionKey = null, string? bucketOwner = null)
    {
        ArgumentNullException.ThrowIfNull(bucket);
        var folder = string.IsNullOrEmpty(prefix) || prefix.EndsWith('/') ? prefix ?? string.Empty : $"{prefix}/";
        return new(new BoundOutput(bucket, folder, $"s3://{bucket.BucketName}/{folder}", encryptionKey, bucketOwner));
    }

    internal BoundOutput Bind() => bound;
}
