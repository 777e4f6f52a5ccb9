using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch;
using Amazon.CDK.AWS.Events;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.S3;

namespace BatchResource.Cdk;

/// <summary>An Amazon Bedrock batch inference job: one of this app, or one that exists already.</summary>
public interface IBatchInferenceJob : IResource, IGrantable
{
    /// <summary>The job's ARN: <c>arn:PARTITION:bedrock:REGION:ACCOUNT:model-invocation-job/ID</c>.</summary>
    string JobArn { get; }

    /// <summary>The twelve characters at the end of the ARN.</summary>
    string JobId { get; }

    /// <summary>The bucket that the results land in, or null when an imported job was not told.</summary>
    IBucket? ResultsBucket { get; }

    /// <summary>The prefix of this job's results in their bucket, the job's id and a slash at its end.</summary>
    string? ResultsPrefix { get; }

    /// <summary>Lets a principal see the job: <c>bedrock:GetModelInvocationJob</c>, <c>bedrock:ListTagsForResource</c>.</summary>
    /// <param name="grantee">Who.</param>
    Grant GrantRead(IGrantable grantee);

    /// <summary>Lets a principal stop the job: <c>bedrock:StopModelInvocationJob</c>.</summary>
    /// <param name="grantee">Who.</param>
    Grant GrantStop(IGrantable grantee);

    /// <summary>Lets a principal read what the job wrote, and decrypt it; not what other jobs wrote into the bucket.</summary>
    /// <param name="grantee">Who.</param>
    /// <exception cref="InvalidOperationException">The job is imported and its results' bucket is not known.</exception>
    Grant GrantReadResults(IGrantable grantee);

    /// <summary>
    /// A rule for changes of the job's status. EventBridge delivers them as best it can, and only those after the rule was created: a
    /// deployment that must not miss the end uses <see cref="BatchInferenceJob.WaitForCompletion"/>.
    /// </summary>
    /// <param name="id">The rule's id below the job.</param>
    /// <param name="options">The target, and a narrower pattern.</param>
    /// <param name="statuses">The new statuses that matter. Default: all.</param>
    Rule OnStateChange(string id, IOnEventOptions? options = null, params BatchInferenceJobStatus[] statuses);

    /// <summary>
    /// A rule for the end with results: <see cref="BatchInferenceJobStatus.Completed"/>, and
    /// <see cref="BatchInferenceJobStatus.PartiallyCompleted"/> when the time was up before the last record.
    /// </summary>
    /// <param name="id">The rule's id below the job.</param>
    /// <param name="options">The target, and a narrower pattern.</param>
    Rule OnCompleted(string id, IOnEventOptions? options = null);

    /// <summary>
    /// A rule for the end without results: <see cref="BatchInferenceJobStatus.Failed"/>, and <see cref="BatchInferenceJobStatus.Expired"/>
    /// when the job never started in time. A job that was stopped is not among them.
    /// </summary>
    /// <param name="id">The rule's id below the job.</param>
    /// <param name="options">The target, and a narrower pattern.</param>
    Rule OnFailed(string id, IOnEventOptions? options = null);

    /// <summary>
    /// A metric of <c>AWS/Bedrock/Batch</c>. Bedrock counts by model, not by job: jobs of the account and Region with the same model are in
    /// one figure.
    /// </summary>
    /// <param name="metricName">The metric's name.</param>
    /// <param name="options">Statistic (default: average), period (default: five minutes) and so on.</param>
    /// <exception cref="InvalidOperationException">The job is imported and its model is not known.</exception>
    Metric Metric(string metricName, IMetricOptions? options = null);

    /// <summary>How many records wait to be processed: <c>NumberOfRecordsPendingProcessing</c>.</summary>
    /// <param name="options">As for <see cref="Metric"/>.</param>
    Metric MetricRecordsPendingProcessing(IMetricOptions? options = null);

    /// <summary>How many input tokens wait to be processed, for models that tell: <c>NumberOfTokensPendingProcessing</c>.</summary>
    /// <param name="options">As for <see cref="Metric"/>.</param>
    Metric MetricTokensPendingProcessing(IMetricOptions? options = null);

    /// <summary>Input tokens processed in a minute: <c>NumberOfInputTokensProcessedPerMinute</c>.</summary>
    /// <param name="options">As for <see cref="Metric"/>.</param>
    Metric MetricInputTokensProcessedPerMinute(IMetricOptions? options = null);

    /// <summary>Output tokens processed in a minute: <c>NumberOfOutputTokensProcessedPerMinute</c>.</summary>
    /// <param name="options">As for <see cref="Metric"/>.</param>
    Metric MetricOutputTokensProcessedPerMinute(IMetricOptions? options = null);
}
