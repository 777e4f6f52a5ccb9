using Amazon.CDK;
using Amazon.CDK.AWS.S3;
using BatchResource.Cdk.Internal;
using Constructs;

namespace BatchResource.Cdk;

/// <summary>
/// Where the records of a batch inference job come from. Mirrors
/// <see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_ModelInvocationJobS3InputDataConfig.html">
/// ModelInvocationJobS3InputDataConfig</see>.
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
    /// Reads a file or folder from a bucket in the job's Region. The content of the objects is not part of the job's definition. When it
    /// has changed, change <see cref="BatchInferenceJobProps.Revision"/> to run again.
    /// </summary>
    /// <remarks>If records refer to media in S3, give the folder that holds the records and the media, not the file of records.</remarks>
    /// <param name="bucket">The bucket. If it belongs to another account, see <see cref="BatchInferenceJob.RequiredBucketPolicy"/>.</param>
    /// <param name="keyOrPrefix">
    /// The key of one <c>.jsonl</c> file, or the prefix of a folder of them. It may have letters, digits and <c>/ ! - _ . * ' ( )</c>.
    /// Default: the whole bucket.
    /// </param>
    /// <param name="bucketOwner">
    /// The account that owns the bucket, 12 digits. Default: the bucket's account if the CDK knows it, otherwise the job's account.
    /// </param>
    public static BatchInferenceInput FromBucket(IBucket bucket, string? keyOrPrefix = null, string? bucketOwner = null)
    {
        ArgumentNullException.ThrowIfNull(bucket);
        return new((scope, _) => BucketInput.Of(Stacks.Of(scope), bucket, keyOrPrefix ?? string.Empty, bucketOwner));
    }

    /// <summary>Reads a file or folder in S3, as <see cref="FromBucket"/> does.</summary>
    /// <param name="s3Uri">For example <c>s3://bucket/folder/</c> or <c>s3://bucket/folder/prompts.jsonl</c>.</param>
    /// <param name="bucketOwner">The account that owns the bucket, 12 digits. Default: the job's account.</param>
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
    /// Uploads local records as an asset when the stack is deployed. Changed records start a new job. Each line is checked when the app is
    /// synthesized. It must be JSON with a <c>modelInput</c> in the form of the job's model. No <c>recordId</c> may occur twice. All
    /// records together must keep the limits.
    /// </summary>
    /// <param name="path">
    /// A <c>.jsonl</c> file, or a folder. All <c>.jsonl</c> files of a folder, at any depth, become one file, in the order of their names.
    /// Hidden files are left out.
    /// </param>
    /// <param name="limits">The quotas of your account and model, if they differ from AWS's defaults.</param>
    public static BatchInferenceInput FromAsset(string path, BatchInferenceRecordLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Local(() => AssetInput.SourceAt(path), RecordRange.All, limits ?? new());
    }

    /// <summary>Writes records that the app makes into a file, and uploads it as <see cref="FromAsset"/> does.</summary>
    /// <param name="records">
    /// The records. <see cref="BatchRecord"/> helps to make them. They are read once for each job, and not kept in memory.
    /// </param>
    /// <param name="limits">The quotas of your account and model, if they differ from AWS's defaults.</param>
    public static BatchInferenceInput FromRecords(
        IEnumerable<BatchInferenceRecord> records, BatchInferenceRecordLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(records);
        return Local(() => new ObjectSource(records), RecordRange.All, limits ?? new());
    }

    /// <summary>
    /// Splits local records into the inputs of several jobs. Use it for more records than one job may have. The parts are of about the same
    /// size. Records from <see cref="FromRecords"/> must be the same each time they are read.
    /// </summary>
    /// <param name="maxRecords">The most records in a part, at least 1.</param>
    /// <exception cref="InvalidOperationException">The records are in a bucket, or they are already a part.</exception>
    public IReadOnlyList<BatchInferenceInput> Split(long maxRecords)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxRecords, 1);
        return split is null
            ? throw new InvalidOperationException(
                $"{nameof(Split)} works on local records ({nameof(FromAsset)}, {nameof(FromRecords)}) that are not split yet. "
                + "To split records in a bucket, put them into several folders and give each job one of them")
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
