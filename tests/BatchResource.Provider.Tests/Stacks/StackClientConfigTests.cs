using Amazon;
using Amazon.Runtime;
using BatchResource.Provider.CloudFormation;
using BatchResource.Provider.Stacks;
using BatchResource.Provider.Tests.Support;

namespace BatchResource.Provider.Tests.Stacks;

/// <summary>Where CloudFormation is looked for, and for how long.</summary>
[Trait("rule", "L12")]
public sealed class StackClientConfigTests
{
    private static readonly SessionAWSCredentials Credentials = new("AKIAEXAMPLE", "secret", "token");

    [Theory]
    [InlineData("us-east-1", false, "https://cloudformation.us-east-1.amazonaws.com")]
    [InlineData("eu-central-1", false, "https://cloudformation.eu-central-1.amazonaws.com")]
    [InlineData("cn-north-1", false, "https://cloudformation.cn-north-1.amazonaws.com.cn")]
    [InlineData("us-gov-west-1", true, "https://cloudformation-fips.us-gov-west-1.amazonaws.com")]
    public async Task The_Region_Is_Asked_And_Signed_For(string region, bool isFips, string address)
    {
        using var wire = new Wire();
        var config = new StackClientConfig
        {
            RegionEndpoint = RegionEndpoint.GetBySystemName(region), UseFIPSEndpoint = isFips, HttpClientFactory = wire,
        };
        var record = new StackRecord(() => new StackClient(Credentials, config));

        await record.DescribeAsync(StackServer.Event, CancellationToken.None);

        var (asked, authorization) = Assert.Single(wire.Requests);
        Assert.Equal($"{address}/", asked);
        Assert.Contains($"/{region}/cloudformation/aws4_request,", authorization, StringComparison.Ordinal);
    }

    /// <summary>The local AWS, and anyone who tests against another endpoint, sets the variable that every SDK of AWS reads.</summary>
    [Fact]
    public async Task An_Address_In_The_Environment_Is_Asked_Instead()
    {
        const string Variable = "AWS_ENDPOINT_URL_CLOUDFORMATION";
        await using var server = await StackServer.StartAsync(new ServerAnswer(200, StackAnswers.Resource));
        Environment.SetEnvironmentVariable(Variable, server.Url);
        try
        {
            var config = new StackClientConfig { AuthenticationRegion = "eu-west-1" };
            var record = new StackRecord(() => new StackClient(Credentials, config));

            await record.DescribeAsync(StackServer.Event, CancellationToken.None);
        }
        finally
        {
            Environment.SetEnvironmentVariable(Variable, null);
        }

        Assert.Single(server.Calls);
    }

    /// <summary>Whatever <c>AWS_DEFAULTS_MODE</c> says, there is a way to ask.</summary>
    [Theory]
    [InlineData(DefaultConfigurationMode.Standard)]
    [InlineData(DefaultConfigurationMode.InRegion)]
    [InlineData(DefaultConfigurationMode.CrossRegion)]
    [InlineData(DefaultConfigurationMode.Mobile)]
    [InlineData(DefaultConfigurationMode.Auto)]
    public void Every_Mode_Of_The_SDK_Has_Its_Settings(DefaultConfigurationMode mode) => Assert.Equal(
        RequestRetryMode.Standard,
        new StackClientConfig { RegionEndpoint = RegionEndpoint.EUWest1, DefaultConfigurationMode = mode }.RetryMode);

    /// <summary>All tries of a question, to a server that says nothing, take less than what is kept for the answer to an event.</summary>
    [Fact]
    [Trait("rule", "L3")]
    public void An_Answer_Does_Not_Wait_Long_For_CloudFormation()
    {
        var config = new StackClientConfig();
        var reserve = TimeSpan.FromMinutes(15) - InvocationDeadline.From(TimeSpan.FromMinutes(15)).Work;

        Assert.InRange(config.Timeout!.Value * (config.MaxErrorRetry + 1), TimeSpan.FromSeconds(1), reserve);
    }

    /// <summary>Answers in the place of the network, and remembers what was asked.</summary>
    private sealed class Wire : HttpClientFactory, IDisposable
    {
        private readonly Handler handler = new();

        public List<(string Address, string Authorization)> Requests => handler.Requests;

        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(handler, disposeHandler: false);

        public void Dispose() => handler.Dispose();

        private sealed class Handler : HttpMessageHandler
        {
            public List<(string Address, string Authorization)> Requests { get; } = [];

            protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            {
                Requests.Add((request.RequestUri!.AbsoluteUri, request.Headers.GetValues("Authorization").Single()));
                return Task.FromResult(new HttpResponseMessage { Content = new StringContent(StackAnswers.Resource) });
            }
        }
    }
}
