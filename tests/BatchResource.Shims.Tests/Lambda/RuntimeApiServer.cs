using System.Threading.Channels;
using BatchResource.Shims.Tests.Http;

namespace BatchResource.Shims.Tests.Lambda;

/// <summary>The Runtime API: hands out events one after the other, and takes what the function reports about them.</summary>
internal sealed class RuntimeApiServer : IAsyncDisposable
{
    private const string Root = "/2018-06-01/runtime/";

    private readonly Channel<HttpAnswer> events = Channel.CreateUnbounded<HttpAnswer>();
    private readonly Channel<HttpExchange> reports = Channel.CreateUnbounded<HttpExchange>();
    private readonly EnvironmentVariables environment = new();
    private HttpTestServer? server;

    public int ReportStatus { get; init; } = 202;

    public int EventsAskedFor { get; private set; }

    public static async Task<RuntimeApiServer> StartAsync(int reportStatus = 202)
    {
        var api = new RuntimeApiServer { ReportStatus = reportStatus };
        api.server = await HttpTestServer.StartAsync(api.AnswerAsync);
        api.environment["AWS_LAMBDA_RUNTIME_API"] = api.server.HostAndPort;
        api.environment["AWS_LAMBDA_FUNCTION_NAME"] = "provider";
        api.environment["AWS_LAMBDA_FUNCTION_VERSION"] = "$LATEST";
        api.environment["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = "256";
        api.environment["AWS_LAMBDA_LOG_GROUP_NAME"] = "/aws/lambda/provider";
        api.environment["AWS_LAMBDA_LOG_STREAM_NAME"] = "2026/01/02/[$LATEST]abc";
        api.environment["_X_AMZN_TRACE_ID"] = "trace of an earlier event";
        return api;
    }

    public void Send(string requestId, string body, params (string Name, string Value)[] headers) => events.Writer.TryWrite(
        new HttpAnswer(200, body, [("Lambda-Runtime-Aws-Request-Id", requestId), .. headers]));

    public void SendStatus(int status) => events.Writer.TryWrite(new HttpAnswer(status, "Container error."));

    /// <summary>The next response or error that the function reports, its path relative to the API's root.</summary>
    public async Task<HttpExchange> ReportAsync()
    {
        var report = await reports.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromMinutes(1));
        Assert.StartsWith(Root, report.Target, StringComparison.Ordinal);
        return report with { Target = report.Target[Root.Length..] };
    }

    public ValueTask DisposeAsync()
    {
        environment.Dispose();
        return server!.DisposeAsync();
    }

    private async Task<HttpAnswer> AnswerAsync(HttpExchange request, CancellationToken aborted)
    {
        if (request.ToString() == $"GET {Root}invocation/next")
        {
            EventsAskedFor++;
            return await events.Reader.ReadAsync(aborted);
        }

        reports.Writer.TryWrite(request);
        return new HttpAnswer(ReportStatus, """{"status":"OK"}""");
    }
}
