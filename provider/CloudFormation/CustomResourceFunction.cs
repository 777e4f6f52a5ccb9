using System.Text.Json;
using Amazon.Lambda.Core;
using BatchResource.Provider.Logging;

namespace BatchResource.Provider.CloudFormation;

/// <summary>
/// Answers every event once, in a form that CloudFormation accepts, whatever happens (L1, L3). It never throws: Lambda would deliver the
/// event again, with the same result.
/// </summary>
/// <param name="resourceOf">Returns the handler for a type of resource. The type is null if the event names none.</param>
/// <param name="sender">Delivers the answers.</param>
/// <param name="time">The clock.</param>
/// <param name="log">The log.</param>
internal sealed class CustomResourceFunction(
    Func<string?, ICustomResource> resourceOf, ResponseSender sender, TimeProvider time, Log log)
{
    public async Task HandleAsync(JsonElement payload, ILambdaContext context)
    {
        if (CustomResourceRequestReader.Read(payload, out var problem) is not { } read)
        {
            log.EventUnreadable(problem!);
            return;
        }

        var request = read with { FunctionArn = context.InvokedFunctionArn };

        var eventLog = log.For(new LogScope(request.StackId, request.LogicalResourceId, request.RequestId, context.AwsRequestId));
        eventLog.EventReceived(request.RequestType?.ToString() ?? "unknown", request.PhysicalResourceId);

        var now = time.GetUtcNow();
        var listensUntil = (request.ResponseUrl.IssuedAt ?? now) + request.ServiceTimeout;
        var deadline = InvocationDeadline.From(context.RemainingTime, listensUntil - now);
        using var delivery = new CancellationTokenSource(deadline.Delivery, time);
        var answer = await AnswerAsync(resourceOf(request.ResourceType), request, deadline, eventLog);
        eventLog.EventAnswered(answer.FailureReason is null ? "SUCCESS" : "FAILED", answer.PhysicalResourceId, answer.FailureReason);

        var body = ResponseBody.Write(request, answer, $"log stream {context.LogStreamName} of {context.LogGroupName}");
        var became = await sender.SendAsync(request.ResponseUrl, body, eventLog, delivery.Token);
        if (answer.Undo is { } undo && (answer.IsUndone || became == Delivery.NotTaken || time.GetUtcNow() > listensUntil))
        {
            await UndoAsync(undo, context.RemainingTime, eventLog);
        }
    }

    /// <summary>CloudFormation has its answer already, or cannot get one. So a failure here can only be logged.</summary>
    private async Task UndoAsync(Func<TimeSpan, CancellationToken, Task> undo, TimeSpan remaining, Log eventLog)
    {
        var left = remaining > TimeSpan.Zero ? remaining * 0.9 : TimeSpan.Zero;
        using var rest = new CancellationTokenSource(left, time);
        try
        {
            await undo(left, rest.Token);
        }
#pragma warning disable CA1031 // As above: nothing would catch an exception.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            eventLog.UnexpectedFailure(failure.GetType().FullName!, failure.Message, failure.StackTrace);
        }
    }

    private async Task<ResourceAnswer> AnswerAsync(
        ICustomResource resource, CustomResourceRequest request, InvocationDeadline deadline, Log eventLog)
    {
        using var work = new CancellationTokenSource(deadline.Work, time);
        try
        {
            return await RouteAsync(resource, request, eventLog, work.Token).WaitAsync(deadline.Patience, time, CancellationToken.None);
        }
        catch (Exception failure) when (failure is TimeoutException or OperationCanceledException && work.IsCancellationRequested)
        {
            eventLog.DeadlineReached();
            var advice = request.RequestType == RequestType.Delete ? "delete again" : "deploy again";
            return ResourceAnswer.Failure(
                resource.PhysicalIdForFailure(request), $"the function's time ran out before Bedrock had answered; {advice}");
        }
#pragma warning disable CA1031 // Any exception: without an answer, CloudFormation would wait for an hour.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            eventLog.UnexpectedFailure(failure.GetType().FullName!, failure.Message, failure.StackTrace);
            return ResourceAnswer.Failure(
                resource.PhysicalIdForFailure(request), $"unexpected {failure.GetType().Name} in the provider: {failure.Message}");
        }
    }

    private static Task<ResourceAnswer> RouteAsync(
        ICustomResource resource, CustomResourceRequest request, Log eventLog, CancellationToken cancellationToken) =>
        request.RequestType switch
        {
            _ when !request.HasIdentity => Task.FromResult(ResourceAnswer.Failure(
                resource.PhysicalIdForFailure(request), "the event must have StackId, LogicalResourceId and RequestId; nothing was done")),
            RequestType.Create => resource.CreateAsync(request, eventLog, cancellationToken),
            RequestType.Update => resource.UpdateAsync(request, eventLog, cancellationToken),
            RequestType.Delete => resource.DeleteAsync(request, eventLog, cancellationToken),
            _ => Task.FromResult(ResourceAnswer.Failure(
                resource.PhysicalIdForFailure(request), "RequestType must be Create, Update or Delete")),
        };
}
