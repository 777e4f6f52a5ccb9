using Amazon.CDK;
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
    private readonly Func<Construct, RecordRules, BoundInput> bind;
    private readonly Func<long, IReadOnlyList<BatchInferenceInput>>? split;

    private BatchInferenceInput(
        Func<Construct, RecordRules, BoundInput> bind, Func<long, IReadOnlyList<BatchInferenceInput>>? split = null)
    {
        this.bind = bind;
        this.split = split;
    }

    /// <summary>
    /// A file or folder in a bucket of the job's Region. What the objects hold is not part of the job's definition: set
    /// <see cref="BatchInferenceJobProps.Revision"/> to run again over other content.
    /// </summary>
    /// <remarks>Records that name media in S3 need the folder that holds both, not the file of records alone.</remarks>
    /// <param name="bucket">The bucket. If it is another account's, see <see cref="BatchInferenceJob.RequiredBucketPolicy"/>.</param>
    /// <param name="keyOrPrefix">
    /// The key of one <c>.jsonl</c> file, or the prefix of a folder of them: letters, digits and <c>/ ! - _ . * ' ( )</c>. Default: the
    /// whole bucket.
    /// </param>
    /// <param name="bucketOwner">
    /// The 12 digits of the account that owns the bucket. Default: the bucket's account as the CDK knows it, or the job's.
    /// </param>
    public static BatchInferenceInput FromBucket(IBucket bucket, string? keyOrPrefix = null, string? bucketOwner = null)
    {
        ArgumentNullException.ThrowIfNull(bucket);
        return new((scope, _) => BucketInput.Of(Stacks.Of(scope), bucket, keyOrPrefix ?? string.Empty, bucketOwner));
    }

    /// <summary>A file or folder in a bucket, treated as by <see cref="FromBucket"/>.</summary>
    /// <param name="s3Uri">Such as <c>s3://bucket/folder/</c> or <c>s3://bucket/folder/prompts.jsonl</c>.</param>
    /// <param name="bucketOwner">The 12 digits of the account that owns the bucket. Default: the job's account.</param>
    public static BatchInferenceInput FromS3Uri(string s3Uri, string? bucketOwner = null)
    {
        ArgumentNullException.ThrowIfNull(s3Uri);
        return new((scope, _) =>
        {
            var (name, key) = S3Location.ParseOrThrow(scope, "Input", s3Uri);
            return BucketInput.Of(Stacks.Of(scope), Bucket.FromBucketName(scope, "InputBucket", name), key, bucketOwner);
        });
    }

    /// <summary>
    /// Local records, uploaded as an asset when the stack is deployed; another content is another job. Each line is checked when the app
    /// is synthesized: JSON with a <c>modelInput</c> in the form of the job's model, no <c>recordId</c> twice, and the limits on the whole.
    /// </summary>
    /// <param name="path">A <c>.jsonl</c> file, or a folder, whose <c>.jsonl</c> files at any depth become one in the order of their
    /// names; hidden ones are left out.</param>
    /// <param name="limits">The quotas of your account and model, where they are not AWS's defaults.</param>
    public static BatchInferenceInput FromAsset(string path, BatchInferenceRecordLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Local(() => AssetInput.SourceAt(path), RecordRange.All, limits ?? new());
    }

    /// <summary>Records that the app makes, written into a file and treated as by <see cref="FromAsset"/>.</summary>
    /// <param name="records">The records; they are read once for each job, and not kept in memory. <see cref="BatchRecord"/> makes
    /// them.</param>
    /// <param name="limits">The quotas of your account and model, where they are not AWS's defaults.</param>
    public static BatchInferenceInput FromRecords(
        IEnumerable<BatchInferenceRecord> records, BatchInferenceRecordLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(records);
        return Local(() => new ObjectSource(records), RecordRange.All, limits ?? new());
    }

    /// <summary>
    /// The inputs of several jobs, for local records that are too many for one. The parts are of about the same size, so that no small rest
    /// is left for the last. Records of the app must be the same each time that they are asked for.
    /// </summary>
    /// <param name="maxRecords">The most records of a part, at least 1.</param>
    /// <exception cref="InvalidOperationException">The records lie in a bucket, or are a part already.</exception>
    public IReadOnlyList<BatchInferenceInput> Split(long maxRecords)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxRecords, 1);
        return split is null
            ? throw new InvalidOperationException(
                $"{nameof(Split)} is for local records ({nameof(FromAsset)}, {nameof(FromRecords)}), and once; "
                + "records in a bucket are parted by the folders that jobs are given")
            : split(maxRecords);
    }

    internal BoundInput Bind(Construct scope, RecordRules rules) => bind(scope, rules);

    private static BatchInferenceInput Local(Func<RecordSource> source, RecordRange range, BatchInferenceRecordLimits limits) => new(
        (scope, rules) => AssetInput.Of(scope, source(), range, limits, rules),
        range.IsAll ? maxRecords => Parts(source, limits, maxRecords) : null);

    private static BatchInferenceInput[] Parts(Func<RecordSource> source, BatchInferenceRecordLimits limits, long maxRecords)
    {
        var records = source().Count();
        var parts = Math.Max(1, (records + maxRecords - 1) / maxRecords);
        if (parts == 1)
        {
            return [Local(source, RecordRange.All, limits)];
        }

        var all = new List<BatchInferenceInput>();
        for (var part = 0L; part < parts; part++)
        {
            var first = records * part / parts;
            all.Add(Local(source, new RecordRange(first, (records * (part + 1) / parts) - first), limits));
        }

        return [.. all];
    }
}
