using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch;
using Amazon.CDK.AWS.Events;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.S3;
using BatchResource.Cdk.Internal;
using Constructs;

namespace BatchResource.Cdk;

/// <summary>The members of every job, declared by this app or imported.</summary>
public abstract class BatchInferenceJobBase : Resource, IBatchInferenceJob
{
    private protected BatchInferenceJobBase(Construct scope, string id, IResourceProps? props = null)
        : base(scope, id, props)
    {
    }

    /// <inheritdoc/>
    public abstract string JobArn { get; }

    /// <inheritdoc/>
    public abstract string JobId { get; }

    /// <inheritdoc/>
    public abstract IBucket? ResultsBucket { get; }

    /// <inheritdoc/>
    public string? ResultsPrefix => ResultsBucket is null ? null : $"{OutputPrefix}{JobId}/";

    /// <summary>The principal that reads the input and writes the results: the job's service role.</summary>
    public abstract IPrincipal GrantPrincipal { get; }

    private protected abstract string OutputPrefix { get; }

    private protected abstract IKey? ResultsKey { get; }

    private protected abstract string? MetricModelId { get; }

    /// <inheritdoc/>
    public Grant GrantRead(IGrantable grantee) => GrantOnJob(grantee, "bedrock:GetModelInvocationJob", "bedrock:ListTagsForResource");

    /// <inheritdoc/>
    public Grant GrantStop(IGrantable grantee) => GrantOnJob(grantee, "bedrock:StopModelInvocationJob");

    /// <inheritdoc/>
    public Grant GrantReadResults(IGrantable grantee)
    {
        var bucket = ResultsBucket ?? throw Unknown(nameof(BatchInferenceJobAttributes.ResultsBucket));
        var grant = bucket.GrantRead(grantee, $"{ResultsPrefix}*");
        return ResultsKey is { } key ? grant.Combine(key.GrantDecrypt(grantee)) : grant;
    }

    /// <inheritdoc/>
    public Rule OnStateChange(string id, IOnEventOptions? options = null, params BatchInferenceJobStatus[] statuses) =>
        StateChangeRule.Create(this, id, JobArn, options, statuses);

    /// <inheritdoc/>
    public Rule OnCompleted(string id, IOnEventOptions? options = null) =>
        OnStateChange(id, options, BatchInferenceJobStatus.Completed, BatchInferenceJobStatus.PartiallyCompleted);

    /// <inheritdoc/>
    public Rule OnFailed(string id, IOnEventOptions? options = null) =>
        OnStateChange(id, options, BatchInferenceJobStatus.Failed, BatchInferenceJobStatus.Expired);

    /// <inheritdoc/>
    public Metric Metric(string metricName, IMetricOptions? options = null)
    {
        var metric = new Metric(new MetricProps
        {
            Namespace = "AWS/Bedrock/Batch",
            MetricName = metricName,
            Statistic = "Average",
            DimensionsMap = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["ModelId"] = MetricModelId ?? throw Unknown(nameof(BatchInferenceJobAttributes.ModelId)),
            },
        });
        return (options is null ? metric : metric.With(options)).AttachTo(this);
    }

    /// <inheritdoc/>
    public Metric MetricRecordsPendingProcessing(IMetricOptions? options = null) => Metric("NumberOfRecordsPendingProcessing", options);

    /// <inheritdoc/>
    public Metric MetricTokensPendingProcessing(IMetricOptions? options = null) => Metric("NumberOfTokensPendingProcessing", options);

    /// <inheritdoc/>
    public Metric MetricInputTokensProcessedPerMinute(IMetricOptions? options = null) =>
        Metric("NumberOfInputTokensProcessedPerMinute", options);

    /// <inheritdoc/>
    public Metric MetricOutputTokensProcessedPerMinute(IMetricOptions? options = null) =>
        Metric("NumberOfOutputTokensProcessedPerMinute", options);

    private Grant GrantOnJob(IGrantable grantee, params string[] actions) => Grant.AddToPrincipal(new GrantOnPrincipalOptions
    {
        Grantee = grantee,
        Actions = actions,
        ResourceArns = [JobArn],
    });

    private InvalidOperationException Unknown(string attribute) =>
        new($"{Node.Path} is an imported job without {attribute}: import it with {nameof(BatchInferenceJob.FromJobAttributes)}");
}
