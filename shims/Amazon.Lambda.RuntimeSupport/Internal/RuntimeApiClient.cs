#nullable enable
using System.Net;
using System.Net.Http.Headers;

namespace Amazon.Lambda.RuntimeSupport.Internal;

/// <summary>The calls of the Runtime API.</summary>
internal sealed class RuntimeApiClient(HttpClient http, string hostAndPort)
{
    private const string ErrorTypeHeader = "Lambda-Runtime-Function-Error-Type";

    private readonly string runtime = $"http://{hostAndPort}/2018-06-01/runtime/";

    /// <summary>Waits for the next event, for as long as it takes.</summary>
    public async Task<InvocationRequest> NextAsync(CancellationToken cancellationToken)
    {
        var response = await http.GetAsync(runtime + "invocation/next", cancellationToken);
        await ExpectAsync(response, HttpStatusCode.OK);
        LambdaEnvironment.SetTraceId(response.Headers.Value("Lambda-Runtime-Trace-Id"));
        return new InvocationRequest(
            await response.Content.ReadAsStreamAsync(CancellationToken.None),
            new LambdaContext(response.Headers, TimeProvider.System));
    }

    public Task SendResponseAsync(string requestId, Stream output) =>
        PostAsync($"invocation/{requestId}/response", new StreamContent(output), "application/json", errorType: null);

    public Task ReportInvocationErrorAsync(string requestId, Exception exception) =>
        ReportAsync($"invocation/{requestId}/error", exception);

    public Task ReportInitializationErrorAsync(Exception exception) => ReportAsync("init/error", exception);

    private Task ReportAsync(string path, Exception exception) => PostAsync(
        path,
        new ByteArrayContent(ErrorBody.Write(exception)),
        "application/vnd.aws.lambda.error+json",
        exception.GetType().Name);

    private async Task PostAsync(string path, HttpContent content, string contentType, string? errorType)
    {
        content.Headers.ContentType = new MediaTypeHeaderValue(contentType);

        // Disposing the request would dispose the function's stream, which is not this client's to dispose.
        var request = new HttpRequestMessage(HttpMethod.Post, runtime + path) { Content = content };
        if (errorType is not null)
            request.Headers.Add(ErrorTypeHeader, errorType);

        // An outcome is told even when the loop is about to end: without it the event would be taken for unanswered and come again.
        using var response = await http.SendAsync(request, CancellationToken.None);
        await ExpectAsync(response, HttpStatusCode.Accepted);
    }

    private static async Task ExpectAsync(HttpResponseMessage response, HttpStatusCode expected)
    {
        if (response.StatusCode == expected)
            return;

        var status = (int)response.StatusCode;
        var body = await response.Content.ReadAsStringAsync(CancellationToken.None);
        throw new RuntimeApiClientException($"The Lambda Runtime API answered {status}: {body}", status);
    }
}
