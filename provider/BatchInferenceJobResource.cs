using System.Globalization;
using BatchResource.Contract;
using BatchResource.Provider.CloudFormation;
using BatchResource.Provider.Jobs;
using BatchResource.Provider.Logging;

namespace BatchResource.Provider;

/// <summary>
/// The custom resource <c>Custom::BedrockBatchInferenceJob</c>. It reads the properties of an event, applies the rules of
/// <see cref="Jobs"/>, and writes the outcome in CloudFormation's terms.
/// </summary>
internal sealed class BatchInferenceJobResource(Func<Log, JobLifecycle> lifecycleFor) : ICustomResource
{
    // A megabyte of properties can hold a hundred thousand problems.
    private const int MostProblemsShown = 100;

    /// <inheritdoc/>
    public async Task<ResourceAnswer> CreateAsync(CustomResourceRequest request, Log log, CancellationToken cancellationToken)
    {
        var result = PropertiesReader.Read(request.ResourceProperties);
        if (result.Properties is not { } properties)
        {
            return Invalid(request, result);
        }

        var (lifecycle, job) = (lifecycleFor(log), JobEventOf(request));
        return Answer(lifecycle, job, await lifecycle.Create.RunAsync(job, properties, cancellationToken));
    }

    /// <inheritdoc/>
    public async Task<ResourceAnswer> UpdateAsync(CustomResourceRequest request, Log log, CancellationToken cancellationToken)
    {
        var result = PropertiesReader.Read(request.ResourceProperties);
        if (result.Properties is not { } properties)
        {
            return Invalid(request, result);
        }

        // The old properties may come from another version, or be the ones that have just failed.
        var previous = PropertiesReader.ReadEarlier(request.OldResourceProperties);
        var (lifecycle, job) = (lifecycleFor(log), JobEventOf(request));
        return Answer(lifecycle, job, await lifecycle.Update.RunAsync(
            job, PhysicalIdForFailure(request), properties, previous, cancellationToken));
    }

    /// <inheritdoc/>
    public async Task<ResourceAnswer> DeleteAsync(CustomResourceRequest request, Log log, CancellationToken cancellationToken)
    {
        var explicitName = PropertiesReader.ReadJobName(request.ResourceProperties);
        var earlier = PropertiesReader.ReadEarlier(request.ResourceProperties);
        var (lifecycle, job) = (lifecycleFor(log), JobEventOf(request));
        return Answer(lifecycle, job, await lifecycle.Delete.RunAsync(
            job,
            PhysicalIdForFailure(request),
            explicitName,
            earlier is null ? null : DefinitionHash.Of(earlier.Definition),
            cancellationToken));
    }

    /// <summary>The id in the event. If it has none, a marker that makes the following Delete look for a job (L9).</summary>
    public string PhysicalIdForFailure(CustomResourceRequest request) =>
        request.PhysicalResourceId ?? PhysicalId.UnknownJob(request.RequestId, request.ResponseUrl.IssuedAt);

    private static JobEvent JobEventOf(CustomResourceRequest request) =>
        new(new JobOwner(request.StackId, request.LogicalResourceId), request.RequestId, request.ResponseUrl.IssuedAt)
        {
            FunctionArn = request.FunctionArn,
            ServiceTimeout = request.ServiceTimeout,
        };

    private static ResourceAnswer Invalid(CustomResourceRequest request, PropertiesResult result)
    {
        var problems = string.Join("; ", result.Problems.Take(MostProblemsShown));
        var more = result.Problems.Count - MostProblemsShown;
        return ResourceAnswer.Failure(
            request.PhysicalResourceId ?? PhysicalId.NoJob(request.RequestId, request.ResponseUrl.IssuedAt),
            $"invalid properties, nothing was started: {problems}{(more > 0 ? $"; and {more} more" : string.Empty)}");
    }

    private static ResourceAnswer Answer(JobLifecycle lifecycle, JobEvent request, JobOutcome outcome)
    {
        var answer = outcome switch
        {
            { FailureReason: { } reason } => ResourceAnswer.Failure(outcome.PhysicalResourceId, reason),
            { Job: { } job } => ResourceAnswer.Success(outcome.PhysicalResourceId, Attributes(job)),
            _ => ResourceAnswer.Success(outcome.PhysicalResourceId, []),
        };
        return outcome.Started is not { } started ? answer : answer with
        {
            Undo = (left, cancellationToken) => lifecycle.Abandoned.UndoAsync(request, started, left, cancellationToken),
            IsUndone = outcome.PhysicalResourceId != started.Arn.Value,
        };
    }

    /// <summary>The most important first: if an answer is too long, the last ones are dropped first.</summary>
    private static KeyValuePair<string, string>[] Attributes(Job job)
    {
        KeyValuePair<string, string>[] attributes =
        [
            new(AttributeNames.JobArn, job.Arn.Value),
            new(AttributeNames.JobId, job.Arn.Id),
            new(AttributeNames.JobName, job.Name),
            new(AttributeNames.Status, job.Status.Name),
            new(AttributeNames.SubmitTime, job.SubmitTime?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture) ?? string.Empty),
            new(AttributeNames.OutputS3Uri, job.ResultsS3Uri),
            new(AttributeNames.ModelId, job.ModelId),
        ];
        return job.IsForgotten ? [.. attributes.Where(attribute => attribute.Value.Length > 0)] : attributes;
    }
}
