using Amazon.CDK.AWS.S3;
using BatchResource.Cdk.Internal;
using Constructs;

namespace BatchResource.Cdk;

/// <summary>
/// Where the records of a batch inference job come from. Mirrors
/// <see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_ModelInvocationJobS3InputDataConfig.html"/>.
/// </summary>
public sealed class BatchInferenceInput
{
    private readonly Func<Construct, BoundInput> bind;

    private BatchInferenceInput(Func<Construct, BoundInput> bind) => this.bind = bind;

    /// <summary>
    /// A file or folder in a bucket of the job's Region. What the objects hold is not part of the job's definition: set
    /// <see cref="BatchInferenceJobProps.Revision"/> to run again over other content.
    /// </summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="keyOrPrefix">
    /// The key of one <c>.jsonl</c> file, or the prefix of a folder of them. No spaces. Default: the whole bucket.
    /// </param>
    /// <param name="bucketOwner">The 12 digits of the account that owns the bucket. Default: the job's account.</param>
    public static BatchInferenceInput FromBucket(IBucket bucket, string? keyOrPrefix = null, string? bucketOwner = null)
    {
        ArgumentNullException.ThrowIfNull(bucket);
        return new(_ => BucketInput.Of(bucket, keyOrPrefix ?? string.Empty, bucketOwner));
    }

    /// <summary>
    /// Local records, uploaded as an asset when the stack is deployed; another content is another job. Each line is checked when the app
    /// is synthesized: JSON with a <c>modelInput</c>, no <c>recordId</c> twice, and the limits on the whole.
    /// </summary>
    /// <param name="path">A <c>.jsonl</c> file, or a folder, whose <c>.jsonl</c> files at any depth become one in the order of their
    /// names.</param>
    /// <param name="limits">The quotas of your account and model, where they are not the usual ones.</param>
    public static BatchInferenceInput FromAsset(string path, BatchInferenceRecordLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        return new(scope => AssetInput.OfPath(scope, path, limits ?? new()));
    }

    /// <summary>Records that the app makes, written into a file and treated as by <see cref="FromAsset"/>.</summary>
    /// <param name="records">The records; they are read once for each job, and not kept in memory.</param>
    /// <param name="limits">The quotas of your account and model, where they are not the usual ones.</param>
    public static BatchInferenceInput FromRecords(
        IEnumerable<BatchInferenceRecord> records, BatchInferenceRecordLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(records);
        return new(scope => AssetInput.OfRecords(scope, records, limits ?? new()));
    }

    internal BoundInput Bind(Construct scope) => bind(scope);
}
