using System.Globalization;
using BatchResource.Contract;
using BatchResource.Provider.CloudFormation;
using BatchResource.Provider.Jobs;
using BatchResource.Provider.Logging;

namespace BatchResource.Provider;

/// <summary>
/// The custom resource <c>Custom::BedrockBatchInferenceJobCompletion</c>. Before a wait condition, it signals the end of a job that ended
/// before the rule that watches it existed. After the condition, it reports how the job ended (L15a).
/// </summary>
internal sealed class CompletionResource(Func<Log, JobWatch> watchFor, CompletionSignal signal, TimeProvider time) : ICustomResource
{
    /// <summary>
    /// How much longer than the condition the schedule asks. The condition is created, and starts to wait, after this resource.
    /// </summary>
    private static readonly TimeSpan WatchMargin = TimeSpan.FromMinutes(15);

    /// <inheritdoc/>
    public Task<ResourceAnswer> CreateAsync(CustomResourceRequest request, Log log, CancellationToken cancellationToken) =>
        AnswerAsync(request, isUpdate: false, log, cancellationToken);

    /// <summary>
    /// The same as on Create, but two earlier results are no failure. One is a handle that accepts no signal because its condition was met
    /// long ago. The other is a job that Bedrock has forgotten. Neither may fail a rollback.
    /// </summary>
    public Task<ResourceAnswer> UpdateAsync(CustomResourceRequest request, Log log, CancellationToken cancellationToken) =>
        AnswerAsync(request, isUpdate: true, log, cancellationToken);

    /// <summary>Succeeds: there is nothing to undo.</summary>
    public Task<ResourceAnswer> DeleteAsync(CustomResourceRequest request, Log log, CancellationToken cancellationToken) =>
        Task.FromResult(ResourceAnswer.Success(PhysicalIdForFailure(request), []));

    /// <inheritdoc/>
    public string PhysicalIdForFailure(CustomResourceRequest request) =>
        request.PhysicalResourceId ?? PhysicalId.NoJob(request.RequestId, request.ResponseUrl.IssuedAt);

    private async Task<ResourceAnswer> AnswerAsync(
        CustomResourceRequest request, bool isUpdate, Log log, CancellationToken cancellationToken)
    {
        if (CompletionProperties.Read(request.ResourceProperties, out var problems) is not { } properties)
        {
            return ResourceAnswer.Failure(PhysicalIdForFailure(request), $"invalid properties: {string.Join("; ", problems)}");
        }

        var arn = JobArn.TryParse(properties.JobArn)!;
        try
        {
            var end = await watchFor(log).LookAsync(arn, properties.Criteria, cancellationToken);
            return properties.WaitHandle is { } handle
                ? await SignalAsync(properties, handle, end, mustSignal: !isUpdate, log, cancellationToken)
                : Report(request, properties, end);
        }
        catch (JobServiceException failure) when (isUpdate && failure.Error == JobServiceError.NotFound)
        {
            return properties.WaitHandle is null
                ? Remembered(request, arn)
                : ResourceAnswer.Success(WatchId(properties), WatchAttributes(properties, CompletionReport.Forgotten));
        }
        catch (JobServiceException failure)
        {
            return ResourceAnswer.Failure(PhysicalIdForFailure(request), failure.Sentence);
        }
    }

    private static string WatchId(CompletionProperties properties) => $"watch:{properties.JobArn}";

    private ResourceAnswer Report(CustomResourceRequest request, CompletionProperties properties, JobEnd end)
    {
        if (!end.HasEnded)
        {
            return ResourceAnswer.Failure(
                PhysicalIdForFailure(request),
                $"job {end.Job.Arn} is {end.Job.Status}, but its wait condition is met: the condition waited for another job");
        }

        // The condition has already judged the job that it waited for. Judge again only another job, or other criteria.
        return end.FailureReason is { } reason && !IsJudgedAlready(request, properties)
            ? ResourceAnswer.Failure(PhysicalIdForFailure(request), reason)
            : Success(CompletionReport.Of(end.Job), end.Job.Arn);
    }

    private static bool IsJudgedAlready(CustomResourceRequest request, CompletionProperties properties) =>
        CompletionProperties.Read(request.OldResourceProperties, out _) is { } old
        && old.JobArn == properties.JobArn && old.Criteria == properties.Criteria;

    private static ResourceAnswer Remembered(CustomResourceRequest request, JobArn arn) => Success(
        CompletionReport.In(request.PhysicalResourceId, arn) ?? CompletionReport.Forgotten, arn);

    private static ResourceAnswer Success(CompletionReport report, JobArn arn) =>
        ResourceAnswer.Success(report.PhysicalIdFor(arn), report.Attributes());

    private async Task<ResourceAnswer> SignalAsync(
        CompletionProperties properties, string handle, JobEnd end, bool mustSignal, Log log, CancellationToken cancellationToken) =>
        !end.HasEnded || await signal.SendAsync(handle, end, log, cancellationToken) || !mustSignal
            ? ResourceAnswer.Success(WatchId(properties), WatchAttributes(properties, CompletionReport.Of(end.Job)))
            : ResourceAnswer.Failure(
                WatchId(properties), $"job {end.Job.Arn} has ended, but its wait condition did not accept the signal");

    private KeyValuePair<string, string>[] WatchAttributes(CompletionProperties properties, CompletionReport report) =>
        properties.Timeout is { } timeout
            ? [.. report.Attributes(), new(CompletionAttributeNames.WatchUntil, Until(timeout))]
            : report.Attributes();

    private string Until(TimeSpan timeout) => (time.GetUtcNow() + timeout + WatchMargin)
        .UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
