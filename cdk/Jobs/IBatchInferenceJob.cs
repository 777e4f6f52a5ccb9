using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch;
using Amazon.CDK.AWS.Events;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.S3;

namespace BatchResource.Cdk;

/// <summary>An Amazon Bedrock batch inference job that this app declares or imports.</summary>
public interface IBatchInferenceJob : IResource, IGrantable
{
    /// <summary>The job's ARN: <c>arn:PARTITION:bedrock:REGION:ACCOUNT:model-invocation-job/ID</c>.</summary>
    string JobArn { get; }

    /// <summary>The twelve characters at the end of the ARN.</summary>
    string JobId { get; }

    /// <summary>The bucket that holds the results. It is null for a job that was imported without it.</summary>
    IBucket? ResultsBucket { get; }

    /// <summary>
    /// The prefix of this job's results in their bucket. It ends with the job's id and a slash. It is null if the bucket is not known.
    /// </summary>
    string? ResultsPrefix { get; }

    /// <summary>
    /// Allows a principal to read the job's state and tags: <c>bedrock:GetModelInvocationJob</c>, <c>bedrock:ListTagsForResource</c>.
    /// </summary>
    /// <param name="grantee">The principal.</param>
    Grant GrantRead(IGrantable grantee);

    /// <summary>Allows a principal to stop the job: <c>bedrock:StopModelInvocationJob</c>.</summary>
    /// <param name="grantee">The principal.</param>
    Grant GrantStop(IGrantable grantee);

    /// <summary>
    /// Allows a principal to read and decrypt the results of this job. It gives no access to other results in the bucket.
    /// </summary>
    /// <param name="grantee">The principal.</param>
    /// <exception cref="InvalidOperationException">The job was imported without its results' bucket.</exception>
    Grant GrantReadResults(IGrantable grantee);

    /// <summary>
    /// Creates an EventBridge rule for changes of the job's status. The rule misses changes before it exists, and EventBridge may lose an
    /// event. If a deployment must not miss the end, use <see cref="BatchInferenceJob.WaitForCompletion"/>.
    /// </summary>
    /// <param name="id">The rule's id below the job.</param>
    /// <param name="options">The target, and a narrower event pattern.</param>
    /// <param name="statuses">The new statuses to react to. Default: all.</param>
    Rule OnStateChange(string id, IOnEventOptions? options = null, params BatchInferenceJobStatus[] statuses);

    /// <summary>
    /// Creates an EventBridge rule for a job that ends with results: <see cref="BatchInferenceJobStatus.Completed"/>, or
    /// <see cref="BatchInferenceJobStatus.PartiallyCompleted"/> if its timeout passed before the last record.
    /// </summary>
    /// <param name="id">The rule's id below the job.</param>
    /// <param name="options">The target, and a narrower event pattern.</param>
    Rule OnCompleted(string id, IOnEventOptions? options = null);

    /// <summary>
    /// Creates an EventBridge rule for a job that ends without results: <see cref="BatchInferenceJobStatus.Failed"/>, or
    /// <see cref="BatchInferenceJobStatus.Expired"/> if its timeout passed before it started. A stopped job does not match.
    /// </summary>
    /// <param name="id">The rule's id below the job.</param>
    /// <param name="options">The target, and a narrower event pattern.</param>
    Rule OnFailed(string id, IOnEventOptions? options = null);

    /// <summary>
    /// Returns a metric of <c>AWS/Bedrock/Batch</c>. Bedrock counts by model, not by job. So jobs with the same model, account and Region
    /// share one figure.
    /// </summary>
    /// <param name="metricName">The metric's name.</param>
    /// <param name="options">The statistic (default: average), the period (default: five minutes) and so on.</param>
    /// <exception cref="InvalidOperationException">The job was imported without its model's id.</exception>
    Metric Metric(string metricName, IMetricOptions? options = null);

    /// <summary>The number of records that wait to be processed: <c>NumberOfRecordsPendingProcessing</c>.</summary>
    /// <param name="options">See <see cref="Metric"/>.</param>
    Metric MetricRecordsPendingProcessing(IMetricOptions? options = null);

    /// <summary>
    /// The number of input tokens that wait to be processed: <c>NumberOfTokensPendingProcessing</c>. Some models do not report it.
    /// </summary>
    /// <param name="options">See <see cref="Metric"/>.</param>
    Metric MetricTokensPendingProcessing(IMetricOptions? options = null);

    /// <summary>The number of input tokens processed per minute: <c>NumberOfInputTokensProcessedPerMinute</c>.</summary>
    /// <param name="options">See <see cref="Metric"/>.</param>
    Metric MetricInputTokensProcessedPerMinute(IMetricOptions? options = null);

    /// <summary>The number of output tokens processed per minute: <c>NumberOfOutputTokensProcessedPerMinute</c>.</summary>
    /// <param name="options">See <see cref="Metric"/>.</param>
    Metric MetricOutputTokensProcessedPerMinute(IMetricOptions? options = null);
}
