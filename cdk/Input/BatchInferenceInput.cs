using Amazon.CDK.AWS.S3;
using BatchResource.Cdk.Internal;
using Constructs;

namespace BatchResource.Cdk;

/// <summary>
/// Where the records of a batch inference job come from. Mirrors
/// <see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_ModelInvocationJobS3InputDataConfig.html">ModelInvocationJobS3InputDataConfig</see>.
/// </summary>
public sealed class BatchInferenceInput
{
    private readonly Func<Construct, BoundInput> bind;

    private BatchInferenceInput(Func<Construct, BoundInput> bind) => this.bind = bind;

    /// <summary>A file or folder in a bucket of the job's Region.</summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="keyOrPrefix">
    /// The key of one <c>.jsonl</c> file, or a prefix that ends in a slash for every JSONL file below it. No spaces. Default: the whole
    /// bucket.
    /// </param>
    /// <param name="bucketOwner">The 12 digits of the account that owns the bucket. Default: the job's account.</param>
    /// <remarks>What the objects hold is not part of the job's definition: set <see cref="BatchInferenceJobProps.Revision"/> to run again.</remarks>
    public static BatchInferenceInput FromBucket(IBucket bucket, string? keyOrPrefix = null, string? bucketOwner = null)
    {
        ArgumentNullException.ThrowIfNull(bucket);
        var key = keyOrPrefix ?? string.Empty;
        var readable = key.Length == 0 || key.EndsWith('/') ? $"{key}*" : key;
        return new(_ => new BoundInput(bucket, key, readable, $"s3://{bucket.BucketName}/{key}", bucketOwner, []));
    }

    /// <summary>A local JSONL file, uploaded as an asset when the stack is deployed. Another content starts a new job.</summary>
    /// <param name="path">The path of a <c>.jsonl</c> file.</param>
    public static BatchInferenceInput FromAsset(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return new(scope => AssetInput.Bind(scope, path));
    }

    internal BoundInput Bind(Construct scope) => bind(scope);
}
