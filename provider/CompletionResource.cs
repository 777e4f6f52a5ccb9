using System.Globalization;
using BatchResource.Contract;
using BatchResource.Provider.CloudFormation;
using BatchResource.Provider.Jobs;
using BatchResource.Provider.Logging;

namespace BatchResource.Provider;

/// <summary>
/// The custom resource <c>Custom::BedrockBatchInferenceJobCompletion</c>. Before a wait condition it signals the end of a job that came too
/// early for the rule that watches it; behind the condition it holds what the end was.
/// </summary>
internal sealed class CompletionResource(Func<Log, JobWatch> watchFor, CompletionSignal signal) : ICustomResource
{
    /// <inheritdoc/>
    public Task<ResourceAnswer> CreateAsync(CustomResourceRequest request, Log log, CancellationToken cancellationToken) =>
        ReportAsync(request, mustSignal: true, log, cancellationToken);

    /// <summary>
    /// The same as on Create, but a handle that takes no signal any more is no failure: its condition was met long ago, and a rollback must
    /// not stumble over it.
    /// </summary>
    public Task<ResourceAnswer> UpdateAsync(CustomResourceRequest request, Log log, CancellationToken cancellationToken) =>
        ReportAsync(request, mustSignal: false, log, cancellationToken);

    /// <summary>There is nothing to undo.</summary>
    public Task<ResourceAnswer> DeleteAsync(CustomResourceRequest request, Log log, CancellationToken cancellationToken) =>
        Task.FromResult(ResourceAnswer.Success(PhysicalIdForFailure(request), []));

    /// <inheritdoc/>
    public string PhysicalIdForFailure(CustomResourceRequest request) =>
        request.PhysicalResourceId ?? PhysicalId.NoJob(request.RequestId);

    private async Task<ResourceAnswer> ReportAsync(
        CustomResourceRequest request, bool mustSignal, Log log, CancellationToken cancellationToken)
    {
        if (CompletionProperties.Read(request.ResourceProperties, out var problems) is not { } properties)
        {
            return ResourceAnswer.Failure(PhysicalIdForFailure(request), $"invalid properties: {string.Join("; ", problems)}");
        }

        var physicalId = $"{(properties.WaitHandle is null ? "end" : "watch")}:{properties.JobArn}";
        try
        {
            var end = await watchFor(log).LookAsync(
                JobArn.TryParse(properties.JobArn)!, properties.AcceptPartiallyCompleted, cancellationToken);
            return properties.WaitHandle is { } handle
                ? await SignalAsync(physicalId, handle, end, mustSignal, log, cancellationToken)
                : Report(physicalId, end);
        }
        catch (JobServiceException failure)
        {
            return ResourceAnswer.Failure(physicalId, failure.Sentence);
        }
    }

    private static ResourceAnswer Report(string physicalId, JobEnd end) => end.HasEnded
        ? ResourceAnswer.Success(physicalId, Attributes(end.Job))
        : ResourceAnswer.Failure(
            physicalId, $"job {end.Job.Arn} is {end.Job.Status} although its wait condition is met: the condition was another job's");

    private static KeyValuePair<string, string>[] Attributes(Job job) =>
    [
        new(CompletionAttributeNames.Status, job.Status.Name),
        new(CompletionAttributeNames.TotalRecordCount, Number(job.Records.Total)),
        new(CompletionAttributeNames.ProcessedRecordCount, Number(job.Records.Processed)),
        new(CompletionAttributeNames.SuccessRecordCount, Number(job.Records.Success)),
        new(CompletionAttributeNames.ErrorRecordCount, Number(job.Records.Error)),
    ];

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private async Task<ResourceAnswer> SignalAsync(
        string physicalId, string handle, JobEnd end, bool mustSignal, Log log, CancellationToken cancellationToken) =>
        !end.HasEnded || await signal.SendAsync(handle, end, log, cancellationToken) || !mustSignal
            ? ResourceAnswer.Success(physicalId, Attributes(end.Job))
            : ResourceAnswer.Failure(physicalId, $"job {end.Job.Arn} has ended, but its wait condition did not take the signal");
}
