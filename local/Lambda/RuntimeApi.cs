using System.Globalization;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using BatchResource.Local.Ground.Http;
using Microsoft.AspNetCore.Http;

namespace BatchResource.Local.Lambda;

/// <summary>
/// The Lambda Runtime API for one process. See
/// <see href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">Using the Lambda runtime API</see>.
/// </summary>
internal sealed class RuntimeApi : IAsyncDisposable
{
    /// <summary>What a function may return: 6 MB.</summary>
    public const int MaximumResponseSize = 6 << 20;

    private const string Root = "/2018-06-01/runtime/";
    private const string ErrorTypeHeader = "Lambda-Runtime-Function-Error-Type";

    private readonly Channel<TaskCompletionSource<RuntimeEvent>> polls = Channel.CreateUnbounded<TaskCompletionSource<RuntimeEvent>>();
    private readonly TaskCompletionSource<RuntimeReply> initError = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private LoopbackServer? server;
    private volatile PendingReply? current;

    /// <summary>Where it listens.</summary>
    public Uri Endpoint => server?.Endpoint ?? throw new InvalidOperationException("the Runtime API is not started");

    /// <summary>The error that the process reported instead of asking for its first event.</summary>
    public Task<RuntimeReply> InitError => initError.Task;

    /// <summary>Starts serving.</summary>
    /// <param name="port">The port, or 0 for one that is free.</param>
    public async Task StartAsync(int port = 0) => server = await LoopbackServer.StartAsync(HandleAsync, port);

    /// <summary>Waits until the process asks for an event and hands it one.</summary>
    /// <returns>What ends when the process reports what became of the event.</returns>
    public async Task<Task<RuntimeReply>> DeliverAsync(string requestId, Func<RuntimeEvent> makeEvent, CancellationToken cancellationToken)
    {
        var pending = new PendingReply(requestId);
        while (true)
        {
            var poll = await polls.Reader.ReadAsync(cancellationToken);
            current = pending;
            if (poll.TrySetResult(makeEvent()))
                return pending.Source.Task;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
            await server.DisposeAsync();
    }

    private Task HandleAsync(HttpContext http)
    {
        var path = http.Request.Path.Value ?? "";
        var segments = path.StartsWith(Root, StringComparison.Ordinal) ? path[Root.Length..].Split('/') : [];
        return (http.Request.Method, segments) switch
        {
            ("GET", ["invocation", "next"]) => NextAsync(http),
            ("POST", ["invocation", var id, "response"]) => ReplyAsync(http, id, isError: false),
            ("POST", ["invocation", var id, "error"]) => ReplyAsync(http, id, isError: true),
            ("POST", ["init", "error"]) => InitErrorAsync(http),
            _ => AnswerAsync(http, StatusCodes.Status404NotFound, new JsonObject { ["errorType"] = "NotFound", ["errorMessage"] = path }),
        };
    }

    private async Task NextAsync(HttpContext http)
    {
        var poll = new TaskCompletionSource<RuntimeEvent>(TaskCreationOptions.RunContinuationsAsynchronously);
        polls.Writer.TryWrite(poll);
        RuntimeEvent next;
        try
        {
            next = await poll.Task.WaitAsync(http.RequestAborted);
        }
        catch (OperationCanceledException) when (poll.TrySetCanceled())
        {
            return;
        }
        var headers = http.Response.Headers;
        headers["Lambda-Runtime-Aws-Request-Id"] = next.RequestId;
        headers["Lambda-Runtime-Deadline-Ms"] = next.Deadline.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        headers["Lambda-Runtime-Invoked-Function-Arn"] = next.FunctionArn;
        headers["Lambda-Runtime-Trace-Id"] = TraceId();
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = next.Payload.Length;
        await http.Response.Body.WriteAsync(next.Payload, http.RequestAborted);
    }

    private async Task ReplyAsync(HttpContext http, string requestId, bool isError)
    {
        var pending = current;
        if (pending is null || pending.RequestId != requestId || pending.Source.Task.IsCompleted)
        {
            await RefuseAsync(http, StatusCodes.Status400BadRequest, "InvalidRequestID", "Invalid request ID");
            return;
        }
        if (await RequestBody.ReadAsync(http.Request, MaximumResponseSize) is not { } body)
        {
            const string TooLarge = "Function.ResponseSizeTooLarge";
            var message = $"Response payload size exceeded maximum allowed payload size ({MaximumResponseSize} bytes).";
            pending.Source.TrySetResult(new RuntimeReply(TooLarge, ErrorObject.Create(TooLarge, message)));
            await RefuseAsync(http, StatusCodes.Status413PayloadTooLarge, "RequestEntityTooLarge", "Exceeded maximum allowed payload size");
            return;
        }
        // First the result, then the answer: the process may end as soon as it has been answered.
        pending.Source.TrySetResult(new RuntimeReply(isError ? ErrorType(http, body) : null, body));
        await AcceptAsync(http);
    }

    private async Task InitErrorAsync(HttpContext http)
    {
        var body = await RequestBody.ReadAsync(http.Request, MaximumResponseSize) ?? [];
        initError.TrySetResult(new RuntimeReply(ErrorType(http, body), body));
        await AcceptAsync(http);
    }

    private static string ErrorType(HttpContext http, byte[] body)
    {
        var header = http.Request.Headers[ErrorTypeHeader].ToString();
        return header.Length > 0 ? header : ErrorObject.TypeOf(body) ?? "Runtime.Unknown";
    }

    private static Task AcceptAsync(HttpContext http) =>
        AnswerAsync(http, StatusCodes.Status202Accepted, new JsonObject { ["status"] = "OK" });

    private static Task RefuseAsync(HttpContext http, int statusCode, string type, string message) =>
        AnswerAsync(http, statusCode, new JsonObject { ["errorType"] = type, ["errorMessage"] = message });

    private static Task AnswerAsync(HttpContext http, int statusCode, JsonObject body)
    {
        http.Response.StatusCode = statusCode;
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync(body.ToJsonString(), http.RequestAborted);
    }

    private static string TraceId() =>
        $"Root=1-{DateTimeOffset.UtcNow.ToUnixTimeSeconds():x8}-{RandomHex(24)};Parent={RandomHex(16)};Sampled=0";

    private static string RandomHex(int length) => Guid.NewGuid().ToString("N")[..length];

    private sealed record PendingReply(string RequestId)
    {
        public TaskCompletionSource<RuntimeReply> Source { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

/// <summary>What a process reported of an event.</summary>
/// <param name="ErrorType">The error's type, or null when the function returned.</param>
/// <param name="Body">What it returned, or the error object.</param>
internal sealed record RuntimeReply(string? ErrorType, ReadOnlyMemory<byte> Body);
