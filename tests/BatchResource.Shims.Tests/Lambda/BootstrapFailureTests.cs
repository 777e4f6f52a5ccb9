using System.Text.Json.Nodes;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;

namespace BatchResource.Shims.Tests.Lambda;

[Collection(UsesEnvironment.Name)]
public sealed class BootstrapFailureTests
{
    [Fact]
    public async Task What_The_Initializer_Throws_Is_Reported_And_Thrown_And_No_Event_Is_Taken()
    {
        await using var api = await RuntimeApiServer.StartAsync();
        await using var run = new BootstrapRun(Echo().UseBootstrapHandler(() => throw new FormatException("bad configuration")));

        await Assert.ThrowsAsync<FormatException>(() => run.Task);

        var report = await api.ReportAsync();
        Assert.Equal("POST init/error", report.ToString());
        Assert.Equal("FormatException", report.Header("Lambda-Runtime-Function-Error-Type"));
        Assert.Equal("bad configuration", (string?)JsonNode.Parse(report.Body)!["errorMessage"]);
        Assert.Equal(0, api.EventsAskedFor);
    }

    [Fact]
    public async Task An_Initializer_That_Says_No_Ends_The_Program_Without_An_Event()
    {
        await using var api = await RuntimeApiServer.StartAsync();
        await using var run = new BootstrapRun(Echo().UseBootstrapHandler(() => Task.FromResult(false)));

        await run.Task;

        Assert.Equal(0, api.EventsAskedFor);
    }

    [Fact]
    public async Task An_Initializer_Runs_Once_Before_The_First_Event()
    {
        var initialized = 0;
        await using var api = await RuntimeApiServer.StartAsync();
        await using var run = new BootstrapRun(Echo().UseBootstrapHandler(() => Task.FromResult(++initialized == 1)));

        api.Send("request-1", "a");
        api.Send("request-2", "b");

        Assert.Equal("a", (await api.ReportAsync()).Body);
        Assert.Equal("b", (await api.ReportAsync()).Body);
        Assert.Equal(1, initialized);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(403)]
    public async Task The_Loop_Ends_When_The_Api_Refuses_An_Event(int status)
    {
        await using var api = await RuntimeApiServer.StartAsync();
        await using var run = new BootstrapRun(Echo());

        api.SendStatus(status);

        var exception = await Assert.ThrowsAsync<RuntimeApiClientException>(() => run.Task);
        Assert.Equal(status, exception.StatusCode);
        Assert.Contains("Container error.", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(413)]
    public async Task The_Loop_Ends_When_The_Api_Refuses_A_Result(int status)
    {
        await using var api = await RuntimeApiServer.StartAsync(reportStatus: status);
        await using var run = new BootstrapRun(Echo());

        api.Send("request-1", "a");

        Assert.Equal(status, (await Assert.ThrowsAsync<RuntimeApiClientException>(() => run.Task)).StatusCode);
        Assert.Equal(1, api.EventsAskedFor);
    }

    [Fact]
    public async Task Outside_Lambda_The_Program_Says_So()
    {
        using var environment = new EnvironmentVariables { ["AWS_LAMBDA_RUNTIME_API"] = null };
        await using var run = new BootstrapRun(Echo());

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => run.Task);

        Assert.Contains("AWS_LAMBDA_RUNTIME_API", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_Wait_For_An_Event_Has_No_Time_Limit()
    {
        using var client = new HttpClient();
        using var bootstrap = Echo().UseHttpClient(client).Build();

        Assert.Equal(Timeout.InfiniteTimeSpan, client.Timeout);
    }

    private static LambdaBootstrapBuilder Echo() =>
        LambdaBootstrapBuilder.Create((Stream input, ILambdaContext _) => Task.FromResult(input));
}
