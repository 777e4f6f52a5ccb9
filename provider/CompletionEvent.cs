using System.Text.Json;
using Amazon.Lambda.Core;
using BatchResource.Contract;
using BatchResource.Provider.CloudFormation;
using BatchResource.Provider.Jobs;
using BatchResource.Provider.Logging;

namespace BatchResource.Provider;

/// <summary>
/// Handles EventBridge's events while a deployment waits for a job: the event at its end, and a schedule's question whether it has ended,
/// because EventBridge may lose the first (L15a). A failure here is an exception, unlike an answer to CloudFormation: Lambda then delivers
/// the event again.
/// </summary>
internal sealed class CompletionEvent(Func<Log, JobWatch> watchFor, CompletionSignal signal, TimeProvider time, Log log)
{
    /// <summary>Whether the payload is such an event, and not one from CloudFormation.</summary>
    public static bool IsIn(JsonElement payload) =>
        payload.ValueKind == JsonValueKind.Object
        && EventMember.Find(payload, "RequestType").ValueKind == JsonValueKind.Undefined
        && EventMember.Find(payload, CompletionPropertyNames.WaitHandle).ValueKind != JsonValueKind.Undefined;

    /// <summary>Signals the wait condition if the job has ended.</summary>
    /// <exception cref="InvalidOperationException">
    /// The event says that the job has ended but Bedrock does not, or the condition did not accept the signal.
    /// </exception>
    public async Task HandleAsync(JsonElement payload, ILambdaContext context)
    {
        if (CompletionProperties.ReadEvent(payload, out var problems) is not { WaitHandle: { } handle } properties)
        {
            // A second delivery would be no better.
            log.EventUnreadable(string.Join("; ", problems));
            return;
        }

        using var deadline = new CancellationTokenSource(InvocationDeadline.From(context.RemainingTime).Work, time);
        var watch = watchFor(log);
        var job = JobArn.TryParse(properties.JobArn)!;
        if (properties.IsScheduled)
        {
            await AnswerScheduleAsync(await watch.LookAsync(job, properties.Criteria, deadline.Token), handle, deadline.Token);
            return;
        }

        var end = await watch.ConfirmAsync(job, properties.Criteria, deadline.Token);
        if (!end.HasEnded)
        {
            throw new InvalidOperationException($"job {end.Job.Arn} is still {end.Job.Status}");
        }

        if (!await signal.SendAsync(handle, end, log, deadline.Token))
        {
            throw new InvalidOperationException($"the wait condition of job {end.Job.Arn} did not accept the signal");
        }
    }

    /// <summary>The schedule asks again. So a job that still runs is no failure, nor is a handle whose time is over.</summary>
    private async Task AnswerScheduleAsync(JobEnd end, string handle, CancellationToken cancellationToken)
    {
        if (end.HasEnded)
        {
            await signal.SendAsync(handle, end, log, cancellationToken);
        }
    }
}
