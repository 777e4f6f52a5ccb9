using System.Text;
using System.Text.Json.Nodes;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.Serialization.SystemTextJson;

namespace BatchResource.Shims.Tests.Lambda;

[Collection(UsesEnvironment.Name)]
public sealed class BootstrapLoopTests : IAsyncLifetime
{
    private static readonly SourceGeneratorLambdaJsonSerializer<GreetingContext> Serializer = new();

    private RuntimeApiServer api = null!;

    public async Task InitializeAsync() => api = await RuntimeApiServer.StartAsync();

    public async Task DisposeAsync() => await api.DisposeAsync();

    [Fact]
    public async Task An_Event_Is_Handled_And_Its_Result_Reported()
    {
        await using var run = Run((greeting, _) => Task.FromResult(new Greeting($"Hello {greeting.Name}")));

        api.Send("request-1", """{"name":"Ada"}""");

        var report = await api.ReportAsync();
        Assert.Equal("POST invocation/request-1/response", report.ToString());
        Assert.Equal("application/json", report.Header("Content-Type"));
        Assert.Equal("""{"Name":"Hello Ada"}""", report.Body);
    }

    [Fact]
    public async Task The_Context_Tells_What_Lambda_Told()
    {
        ILambdaContext? seen = null;
        string? traceId = null;
        await using var run = Run((greeting, context) =>
        {
            seen = context;
            traceId = Environment.GetEnvironmentVariable("_X_AMZN_TRACE_ID");
            return Task.FromResult(greeting);
        });

        api.Send(
            "request-1",
            "{}",
            ("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:eu-west-1:123456789012:function:provider"),
            ("Lambda-Runtime-Trace-Id", "Root=1-2;Parent=3;Sampled=1"),
            ("Lambda-Runtime-Deadline-Ms", "4102444800000"));

        await api.ReportAsync();
        Assert.NotNull(seen);
        Assert.Equal(
            ("request-1", "arn:aws:lambda:eu-west-1:123456789012:function:provider", "provider", "$LATEST", 256),
            (seen.AwsRequestId, seen.InvokedFunctionArn, seen.FunctionName, seen.FunctionVersion, seen.MemoryLimitInMB));
        Assert.Equal(("/aws/lambda/provider", "2026/01/02/[$LATEST]abc"), (seen.LogGroupName, seen.LogStreamName));
        Assert.Equal("Root=1-2;Parent=3;Sampled=1", traceId);
        Assert.True(seen.RemainingTime > TimeSpan.FromDays(365));
    }

    [Fact]
    public async Task An_Event_Without_A_Trace_Does_Not_Inherit_That_Of_The_Last()
    {
        await using var run = Run((_, _) => Task.FromResult(new Greeting(Environment.GetEnvironmentVariable("_X_AMZN_TRACE_ID"))));

        api.Send("request-1", "{}");

        Assert.Equal("{}", (await api.ReportAsync()).Body);
    }

    [Fact]
    public async Task What_A_Handler_Throws_Is_Reported_And_The_Next_Event_Is_Taken()
    {
        await using var run = Run((greeting, _) => greeting.Name == "Ada" ? throw Failure() : Task.FromResult(greeting));

        api.Send("request-1", """{"name":"Ada"}""");
        api.Send("request-2", """{"name":"Grace"}""");

        var report = await api.ReportAsync();
        Assert.Equal("POST invocation/request-1/error", report.ToString());
        Assert.Equal("InvalidOperationException", report.Header("Lambda-Runtime-Function-Error-Type"));
        Assert.Equal("application/vnd.aws.lambda.error+json", report.Header("Content-Type"));
        var error = JsonNode.Parse(report.Body)!;
        Assert.Equal(
            ("no \"Ada\" here", "InvalidOperationException"), ((string?)error["errorMessage"], (string?)error["errorType"]));
        Assert.Contains(nameof(BootstrapLoopTests), (string?)error["stackTrace"]![0], StringComparison.Ordinal);
        Assert.Equal("POST invocation/request-2/response", (await api.ReportAsync()).ToString());
    }

    [Fact]
    public async Task An_Event_That_Cannot_Be_Read_Is_Reported_And_The_Next_Event_Is_Taken()
    {
        await using var run = Run((greeting, _) => Task.FromResult(greeting));

        api.Send("request-1", "not JSON");
        api.Send("request-2", "{}");

        var report = await api.ReportAsync();
        Assert.Equal("POST invocation/request-1/error", report.ToString());
        Assert.Equal("JsonSerializerException", report.Header("Lambda-Runtime-Function-Error-Type"));
        Assert.Equal("POST invocation/request-2/response", (await api.ReportAsync()).ToString());
    }

    [Fact]
    public async Task A_Handler_Without_A_Result_Reports_An_Empty_One()
    {
        Func<Greeting, ILambdaContext, Task> handler = (_, _) => Task.CompletedTask;
        await using var run = new BootstrapRun(LambdaBootstrapBuilder.Create(handler, Serializer));

        api.Send("request-1", "{}");
        api.Send("request-2", "{}");

        Assert.Empty((await api.ReportAsync()).Body);
        Assert.Equal("POST invocation/request-2/response", (await api.ReportAsync()).ToString());
    }

    [Fact]
    public async Task A_Handler_Of_Streams_Sees_The_Event_As_It_Came()
    {
        var result = new MemoryStream(Encoding.UTF8.GetBytes("pong"));
        await using var run = new BootstrapRun(LambdaBootstrapBuilder.Create(async (input, _) =>
        {
            using var reader = new StreamReader(input);
            Assert.Equal(" ping ", await reader.ReadToEndAsync());
            return (Stream)result;
        }));

        api.Send("request-1", " ping ");

        Assert.Equal("pong", (await api.ReportAsync()).Body);
    }

    [Fact]
    public async Task Cancellation_Ends_The_Wait_For_The_Next_Event()
    {
        await using var run = Run((greeting, _) => Task.FromResult(greeting));
        api.Send("request-1", "{}");
        await api.ReportAsync();

        await run.CancelAsync();

        await run.Task.WaitAsync(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task An_Event_That_Is_Being_Handled_When_Cancelled_Is_Still_Answered()
    {
        BootstrapRun? run = null;
        var started = new TaskCompletionSource();
        run = Run(async (greeting, _) =>
        {
            await started.Task;
            await run!.CancelAsync();
            return greeting;
        });
        await using var running = run;

        api.Send("request-1", "{}");
        started.SetResult();

        Assert.Equal("POST invocation/request-1/response", (await api.ReportAsync()).ToString());
        await run.Task.WaitAsync(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task A_Stream_That_Is_To_Be_Kept_Is_Not_Disposed()
    {
        using var kept = new MemoryStream("kept"u8.ToArray());
        using var given = new MemoryStream("given"u8.ToArray());
        using var client = LambdaBootstrap.ConstructHttpClient();
        using var cancellation = new CancellationTokenSource();
        using var bootstrap = new LambdaBootstrap(client, invocation => Task.FromResult(
            invocation.LambdaContext.AwsRequestId == "kept"
                ? new InvocationResponse(kept, disposeOutputStream: false)
                : new InvocationResponse(given)));
        var run = bootstrap.RunAsync(cancellation.Token);

        api.Send("kept", "");
        api.Send("given", "");

        Assert.Equal("kept", (await api.ReportAsync()).Body);
        Assert.Equal("given", (await api.ReportAsync()).Body);
        await cancellation.CancelAsync();
        await run;
        Assert.True(kept.CanRead);
        Assert.False(given.CanRead);
        bootstrap.Dispose();
        await client.GetAsync(new Uri($"http://{Environment.GetEnvironmentVariable("AWS_LAMBDA_RUNTIME_API")}/still-usable"));
    }

    private static InvalidOperationException Failure() => new("no \"Ada\" here");

    private static BootstrapRun Run(Func<Greeting, ILambdaContext, Task<Greeting>> handler) =>
        new(LambdaBootstrapBuilder.Create(handler, Serializer));
}
