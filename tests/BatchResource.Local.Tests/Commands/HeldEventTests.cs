using System.Net.Http.Json;
using System.Text.Json.Nodes;
using BatchResource.Local.Tool.Commands;
using BatchResource.Local.Tool.Output;
using Spectre.Console;

namespace BatchResource.Local.Tests.Commands;

public sealed class HeldEventTests : IDisposable
{
    private readonly SynchronizedWriter output = new();
    private readonly HttpClient http = new();

    [Fact]
    public async Task Whoever_Asks_Gets_The_Event_And_Its_Answer_Is_Shown()
    {
        using var stop = new CancellationTokenSource();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        var held = new HeldEvent(new JsonObject { ["RequestType"] = "Delete" }, new Terminal(console, isInteractive: false));
        var served = held.ServeAsync(port: 0, stop.Token);
        var invocations = $"http://{await output.WaitForAsync("AWS_LAMBDA_RUNTIME_API=")}/2018-06-01/runtime/invocation/";

        using var next = await http.GetAsync(new Uri($"{invocations}next"));
        var payload = (await next.Content.ReadFromJsonAsync<JsonObject>())!;
        using var answer = new StringContent("{\"Status\":\"SUCCESS\"}");
        using var taken = await http.PutAsync(new Uri(payload["ResponseURL"]!.GetValue<string>()), answer);
        var requestId = next.Headers.GetValues("Lambda-Runtime-Aws-Request-Id").Single();
        using var done = await http.PostAsync(new Uri($"{invocations}{requestId}/response"), new StringContent("null"));

        Assert.Equal("Delete", payload["RequestType"]!.GetValue<string>());
        Assert.True(taken.IsSuccessStatusCode && done.IsSuccessStatusCode);
        Assert.Equal("{\"Status\":\"SUCCESS\"}", await output.WaitForAsync("It answers: "));
        Assert.Equal("done.", await output.WaitForAsync("The function is "));
        await stop.CancelAsync();
        Assert.Equal(ExitCode.Success, await served);
    }

    public void Dispose()
    {
        http.Dispose();
        output.Dispose();
    }
}
