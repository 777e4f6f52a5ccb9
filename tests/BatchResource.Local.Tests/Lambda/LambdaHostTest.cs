using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using BatchResource.Local.Iam;
using BatchResource.Local.Lambda;
using BatchResource.Local.Tests.Time;

namespace BatchResource.Local.Tests.Lambda;

/// <summary>A host of its own for each test, with time that stands still for everything but the processes.</summary>
public abstract class LambdaHostTest : IAsyncLifetime
{
    private protected const string FunctionArn = "arn:aws:lambda:us-east-1:123456789012:function:test";
    private protected const string RoleArn = "arn:aws:iam::123456789012:role/service-role/TestRole";

    /// <summary>Ends a test that waits for what never comes.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly BlockingCollection<InvocationAttempt> ended = [];
    private LambdaHost? host;

    private protected ManualTime Clock { get; } = new();

    private protected CredentialStore Credentials { get; } = new();

    private protected LambdaHost Host => host ??= CreateHost();

    private protected Func<LambdaHostOptions, LambdaHostOptions> Configure { get; set; } = options => options;

    public Task InitializeAsync() => Task.CompletedTask;

    public virtual async Task DisposeAsync()
    {
        if (host is not null)
            await host.DisposeAsync();
        ended.Dispose();
    }

    private protected static LambdaFunction Function(params (string Name, string Value)[] environment) => new(
        FunctionName: "test",
        FunctionArn: FunctionArn,
        BundlePath: TestBundle.Folder,
        Handler: TestBundle.Handler,
        Runtime: "dotnet10",
        Timeout: TimeSpan.FromMinutes(5),
        MemorySizeInMB: 512,
        Environment: environment.ToDictionary(variable => variable.Name, variable => variable.Value),
        RoleArn: RoleArn,
        LogGroupName: "/aws/lambda/test",
        MaximumRetryAttempts: 2,
        MaximumEventAge: TimeSpan.FromHours(6),
        ReservedConcurrency: null);

    private protected static ReadOnlyMemory<byte> Event(string command, params (string Name, JsonNode Value)[] arguments)
    {
        var payload = new JsonObject { ["do"] = command };
        foreach (var (name, value) in arguments)
            payload[name] = value;
        return Encoding.UTF8.GetBytes(payload.ToJsonString());
    }

    private protected Task<InvocationAttempt> InvokeAsync(string command, params (string Name, JsonNode Value)[] arguments) =>
        Host.InvokeAsync(FunctionArn, Event(command, arguments)).WaitAsync(Patience);

    private protected async Task<JsonObject> DescribeAsync() => Json(await InvokeAsync("describe"));

    private protected static JsonObject Json(InvocationAttempt attempt)
    {
        Assert.Equal(InvocationOutcome.Succeeded, attempt.Outcome);
        return JsonNode.Parse(attempt.Response.Span)!.AsObject();
    }

    /// <summary>The next attempt that ends, of any invocation.</summary>
    private protected InvocationAttempt NextEnded()
    {
        Assert.True(ended.TryTake(out var attempt, Patience), "no attempt ended");
        return attempt;
    }

    private protected bool HasEnded() => ended.Count > 0;

    /// <summary>Waits until something is so that processes bring about.</summary>
    private protected static async Task UntilAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!condition())
            await Task.Delay(10, patience.Token);
    }

    private LambdaHost CreateHost() => new(Configure(new LambdaHostOptions
    {
        Clock = Clock,
        Credentials = Credentials,
        AttemptEnded = ended.Add,
    }));
}
