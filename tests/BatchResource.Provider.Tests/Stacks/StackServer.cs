using Amazon.Runtime;
using BatchResource.Contract;
using BatchResource.Provider.Jobs;
using BatchResource.Provider.Stacks;
using BatchResource.Provider.Tests.Support;

namespace BatchResource.Provider.Tests.Stacks;

/// <summary>CloudFormation's API on loopback, and the provider's client of it, configured as it ships but for the address.</summary>
internal sealed class StackServer : IAsyncDisposable
{
    public const string StackId = "arn:aws:cloudformation:us-east-1:123456789012:stack/nightly/5a1c2b30";

    public static readonly JobEvent Event = new(new JobOwner(StackId, "Job"), "r", null);

    private readonly ScriptedServer server;

    private StackServer(ScriptedServer server, Action<StackClientConfig>? change)
    {
        this.server = server;
        Record = new StackRecord(() => ClientAt(server.Url, change));
    }

    public StackRecord Record { get; }

    public string Url => server.Url;

    /// <summary>
    /// What it was asked, one line a request: the action and its parameters in the order of their names. A request that CloudFormation
    /// would refuse for its form or its signature's scope fails the test.
    /// </summary>
    public IReadOnlyList<string> Calls => [.. server.Requests.Select(Call)];

    public static async Task<StackServer> StartAsync(params ServerAnswer[] answers) => new(await ScriptedServer.StartAsync(answers), null);

    /// <summary>With another configuration.</summary>
    public static async Task<StackServer> StartAsync(Action<StackClientConfig> change, params ServerAnswer[] answers) =>
        new(await ScriptedServer.StartAsync(answers), change);

    /// <summary>The client, with this address.</summary>
    public static StackClient ClientAt(string url, Action<StackClientConfig>? change = null)
    {
        var config = new StackClientConfig { ServiceURL = url, AuthenticationRegion = "eu-west-1" };
        change?.Invoke(config);
        return new StackClient(new SessionAWSCredentials("AKIAEXAMPLE", "secret", "token"), config);
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private static string Call(ReceivedRequest request)
    {
        Assert.Equal(("POST", "/"), (request.Method, request.Target));
        Assert.StartsWith("application/x-www-form-urlencoded", request.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.Matches(
            "^AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE/[0-9]{8}/eu-west-1/cloudformation/aws4_request, SignedHeaders=[a-z0-9;-]*"
                + "host;[a-z0-9;-]*x-amz-date;[a-z0-9;-]*x-amz-security-token[a-z0-9;-]*, Signature=[0-9a-f]{64}$",
            request.Headers["Authorization"]);
        Assert.Equal("token", request.Headers["X-Amz-Security-Token"]);
        Assert.Contains(" api/CloudFormation#4.0.0 ", request.Headers["User-Agent"], StringComparison.Ordinal);

        var parameters = request.Body.Split('&').Select(Uri.UnescapeDataString).Order(StringComparer.Ordinal).ToList();
        Assert.True(parameters.Remove("Version=2010-05-15"), request.Body);
        return string.Join(' ', parameters);
    }
}
