using Amazon;
using Amazon.Bedrock;
using Amazon.Bedrock.Model;
using Amazon.Runtime;

namespace BatchResource.Shims.Tests.Bedrock;

/// <summary>What a constructor is not given comes from the environment, as it does in Lambda.</summary>
[Collection(UsesEnvironment.Name)]
public sealed class ConstructorTests : IDisposable
{
    private static readonly SessionAWSCredentials Given = new("given-key", "secret", "given-token");

    private readonly CapturingHttpClientFactory factory = new();
    private readonly EnvironmentVariables environment = new()
    {
        ["AWS_ACCESS_KEY_ID"] = "env-key",
        ["AWS_SECRET_ACCESS_KEY"] = "secret",
        ["AWS_SESSION_TOKEN"] = "env-token",
        ["AWS_REGION"] = "eu-central-1",
    };

    public ConstructorTests() => AWSConfigs.HttpClientFactory = factory;

    public static TheoryData<Func<AmazonBedrockClient>, string, string?, string> Constructors => new()
    {
        { () => new AmazonBedrockClient(), "env-key", "env-token", "eu-central-1" },
        { () => new AmazonBedrockClient(RegionEndpoint.USWest2), "env-key", "env-token", "us-west-2" },
        { () => new AmazonBedrockClient(West()), "env-key", "env-token", "us-west-2" },
        { () => new AmazonBedrockClient(Given), "given-key", "given-token", "eu-central-1" },
        { () => new AmazonBedrockClient(Given, RegionEndpoint.USWest2), "given-key", "given-token", "us-west-2" },
        { () => new AmazonBedrockClient(Given, West()), "given-key", "given-token", "us-west-2" },
        { () => new AmazonBedrockClient("key", "secret"), "key", null, "eu-central-1" },
        { () => new AmazonBedrockClient("key", "secret", RegionEndpoint.USWest2), "key", null, "us-west-2" },
        { () => new AmazonBedrockClient("key", "secret", West()), "key", null, "us-west-2" },
        { () => new AmazonBedrockClient("key", "secret", "token"), "key", "token", "eu-central-1" },
        { () => new AmazonBedrockClient("key", "secret", "token", RegionEndpoint.USWest2), "key", "token", "us-west-2" },
        { () => new AmazonBedrockClient("key", "secret", "token", West()), "key", "token", "us-west-2" },
    };

    [Theory]
    [MemberData(nameof(Constructors), DisableDiscoveryEnumeration = true)]
    public async Task A_Client_Uses_The_Credentials_And_The_Region_It_Was_Made_From(
        Func<AmazonBedrockClient> construct, string accessKey, string? sessionToken, string region)
    {
        var request = await SendAsync(construct());

        Assert.Equal($"bedrock.{region}.amazonaws.com", request.RequestUri!.Host);
        Assert.Contains($" Credential={accessKey}/", Header(request, "Authorization"), StringComparison.Ordinal);
        Assert.Contains($"/{region}/bedrock/aws4_request, ", Header(request, "Authorization"), StringComparison.Ordinal);
        Assert.Equal(sessionToken, Header(request, "X-Amz-Security-Token"));
    }

    [Theory]
    [InlineData("AWS_ENDPOINT_URL_BEDROCK")]
    [InlineData("AWS_ENDPOINT_URL")]
    public async Task An_Endpoint_From_The_Environment_Takes_The_Place_Of_The_Regions(string variable)
    {
        environment[variable] = "http://localhost:4566";

        var request = await SendAsync(new AmazonBedrockClient());

        Assert.Equal("http://localhost:4566/model-invocation-jobs", request.RequestUri!.AbsoluteUri);
        Assert.Contains("/eu-central-1/bedrock/aws4_request, ", Header(request, "Authorization"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_Sdk_Can_Make_The_Client_From_Its_Interface()
    {
        using var client = Create<AmazonBedrockClient>(Given);

        Assert.Equal("eu-central-1", client.Config.RegionEndpoint.SystemName);

        static T Create<T>(AWSCredentials credentials)
            where T : IAmazonService => (T)T.CreateDefaultServiceClient(credentials, T.CreateDefaultClientConfig());
    }

    public void Dispose()
    {
        AWSConfigs.HttpClientFactory = null;
        environment.Dispose();
    }

    private async Task<HttpRequestMessage> SendAsync(AmazonBedrockClient client)
    {
        using (client)
            await client.ListModelInvocationJobsAsync(new ListModelInvocationJobsRequest());
        return Assert.Single(factory.Requests);
    }

    private static string? Header(HttpRequestMessage request, string name) =>
        request.Headers.TryGetValues(name, out var values) ? values.Single() : null;

    private static AmazonBedrockConfig West() => new() { RegionEndpoint = RegionEndpoint.USWest2 };
}
