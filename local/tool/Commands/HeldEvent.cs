using System.Text;
using System.Text.Json.Nodes;
using BatchResource.Local.Ground.Http;
using BatchResource.Local.Lambda;
using BatchResource.Local.Tool.Output;
using Microsoft.AspNetCore.Http;

namespace BatchResource.Local.Tool.Commands;

/// <summary>An event that waits until a program asks the Runtime API for one, and the place that its answer is sent to.</summary>
internal sealed class HeldEvent(JsonObject payload, Terminal terminal)
{
    private const int MaximumAnswerSize = 1 << 20;
    private const string FunctionArn = "arn:aws:lambda:us-east-1:123456789012:function:provider";

    // Nobody is hurried while he looks at a variable.
    private static readonly TimeSpan TimeToDebug = TimeSpan.FromDays(1);

    /// <summary>Serves the event once, then waits until it is cancelled: the process that had it is about to ask for the next.</summary>
    /// <returns>The process's exit code.</returns>
    public async Task<int> ServeAsync(int port, CancellationToken cancellationToken)
    {
        await using var answers = await LoopbackServer.StartAsync(TakeAnswerAsync, cancellationToken: cancellationToken);
        await using var api = new RuntimeApi();
        await api.StartAsync(port);
        var requestId = Guid.NewGuid().ToString();
        terminal.Line($"export AWS_LAMBDA_RUNTIME_API={api.Endpoint.Authority}");
        try
        {
            var reply = await await api.DeliverAsync(requestId, () => EventFor(requestId, answers.Endpoint), cancellationToken);
            var outcome = reply.ErrorType is null ? "is done." : $"failed: {Encoding.UTF8.GetString(reply.Body.Span)}";
            terminal.Line($"The function {outcome}");
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // That is how it ends.
        }

        return ExitCode.Success;
    }

    private RuntimeEvent EventFor(string requestId, Uri answers)
    {
        // The URL tells when CloudFormation issued the event; an old one would be refused for its age.
        var issuedAt = DateTimeOffset.UtcNow;
        payload["ResponseURL"] = FormattableString.Invariant($"{answers}answer?X-Amz-Date={issuedAt:yyyyMMdd'T'HHmmss'Z'}");
        terminal.Line("The function has the event.");
        return new RuntimeEvent(requestId, FunctionArn, issuedAt + TimeToDebug, Encoding.UTF8.GetBytes(payload.ToJsonString()));
    }

    private async Task TakeAnswerAsync(HttpContext http)
    {
        var body = await RequestBody.ReadAsync(http.Request, MaximumAnswerSize);
        terminal.Line($"It answers: {Encoding.UTF8.GetString(body ?? [])}");
        http.Response.StatusCode = body is null ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status200OK;
    }
}
