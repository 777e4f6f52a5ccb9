using System.Globalization;
using System.Text.Json.Nodes;

namespace TestFunction;

/// <summary>The function's side of the Lambda Runtime API.</summary>
internal sealed class Runtime(string hostAndPort) : IDisposable
{
    private readonly HttpClient http = new()
    {
        BaseAddress = new Uri($"http://{hostAndPort}/2018-06-01/runtime/"),
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public async Task<Call?> NextAsync()
    {
        using var response = await http.GetAsync(new Uri("invocation/next", UriKind.Relative));
        response.EnsureSuccessStatusCode();
        return new Call(
            Header("Lambda-Runtime-Aws-Request-Id"),
            Header("Lambda-Runtime-Invoked-Function-Arn"),
            long.Parse(Header("Lambda-Runtime-Deadline-Ms"), CultureInfo.InvariantCulture),
            await response.Content.ReadAsStringAsync());

        string Header(string name) => response.Headers.GetValues(name).Single();
    }

    public Task RespondAsync(Call call, string body) => PostAsync($"invocation/{call.RequestId}/response", body, errorType: null);

    public Task FailAsync(Call call, string type, string message) =>
        PostAsync($"invocation/{call.RequestId}/error", Error(type, message), type);

    public Task FailInitAsync(string type, string message) => PostAsync("init/error", Error(type, message), type);

    public void Dispose() => http.Dispose();

    private static string Error(string type, string message) =>
        new JsonObject { ["errorType"] = type, ["errorMessage"] = message, ["stackTrace"] = new JsonArray() }.ToJsonString();

    private async Task PostAsync(string path, string body, string? errorType)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = new StringContent(body) };
        if (errorType is not null)
            request.Headers.Add("Lambda-Runtime-Function-Error-Type", errorType);
        using var response = await http.SendAsync(request);
    }
}
