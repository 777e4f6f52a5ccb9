using System.Collections.Concurrent;
using BatchResource.Local.Ground.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace BatchResource.Provider.Tests.Support;

/// <summary>A real server on loopback that answers as it is told, the last answer again and again, and remembers what was asked.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly ConcurrentQueue<ReceivedRequest> requests = new();
    private readonly ServerAnswer[] answers;
    private LoopbackServer? server;
    private int count;

    private ScriptedServer(ServerAnswer[] answers) => this.answers = answers;

    /// <summary>Its address, without a slash at the end.</summary>
    public string Url => server!.Endpoint.ToString().TrimEnd('/');

    /// <summary>The requests, in their order.</summary>
    public IReadOnlyList<ReceivedRequest> Requests => [.. requests];

    public static async Task<ScriptedServer> StartAsync(params ServerAnswer[] answers)
    {
        var scripted = new ScriptedServer(answers);
        scripted.server = await LoopbackServer.StartAsync(scripted.AnswerAsync);
        return scripted;
    }

    public ValueTask DisposeAsync() => server!.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        requests.Enqueue(new ReceivedRequest(
            context.Request.Method,
            context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            await reader.ReadToEndAsync()));

        var answer = answers[Math.Min(Interlocked.Increment(ref count), answers.Length) - 1];
        if (answer == ServerAnswer.Silence)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        }
        else if (answer == ServerAnswer.Reset)
        {
            context.Abort();
        }
        else
        {
            context.Response.StatusCode = answer.Status;
            foreach (var (name, value) in answer.Headers)
            {
                context.Response.Headers[name] = value;
            }

            await context.Response.WriteAsync(answer.Body);
        }
    }
}
