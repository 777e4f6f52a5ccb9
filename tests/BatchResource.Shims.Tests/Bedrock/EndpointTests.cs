using Amazon;
using Amazon.Bedrock;
using Amazon.Bedrock.Model;
using Amazon.Runtime;

namespace BatchResource.Shims.Tests.Bedrock;

public sealed class EndpointTests
{
    [Theory]
    [InlineData("us-east-1", false, false, "https://bedrock.us-east-1.amazonaws.com/model-invocation-jobs")]
    [InlineData("cn-north-1", false, false, "https://bedrock.cn-north-1.amazonaws.com.cn/model-invocation-jobs")]
    [InlineData("us-east-1", true, false, "https://bedrock-fips.us-east-1.amazonaws.com/model-invocation-jobs")]
    [InlineData("us-east-1", false, true, "https://bedrock.us-east-1.api.aws/model-invocation-jobs")]
    [InlineData("us-gov-west-1", true, true, "https://bedrock-fips.us-gov-west-1.api.aws/model-invocation-jobs")]
    [InlineData("eu-somewhere-9", false, false, "https://bedrock.eu-somewhere-9.amazonaws.com/model-invocation-jobs")]
    public async Task A_Region_Has_Its_Endpoint(string region, bool fips, bool dualStack, string expected)
    {
        var requested = await RequestAsync(new AmazonBedrockConfig
        {
            RegionEndpoint = RegionEndpoint.GetBySystemName(region), UseFIPSEndpoint = fips, UseDualstackEndpoint = dualStack,
        });

        Assert.Equal(expected, requested);
    }

    [Fact]
    public async Task UseHttp_Leaves_Out_Encryption() =>
        Assert.Equal(
            "http://bedrock.us-east-1.amazonaws.com/model-invocation-jobs",
            await RequestAsync(new AmazonBedrockConfig { RegionEndpoint = RegionEndpoint.USEast1, UseHttp = true }));

    [Fact]
    public async Task ServiceURL_Is_Used_As_It_Is() =>
        Assert.Equal(
            "http://localhost:4566/proxy/model-invocation-jobs",
            await RequestAsync(new AmazonBedrockConfig { ServiceURL = "http://localhost:4566/proxy", AuthenticationRegion = "us-east-1" }));

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task ServiceURL_Cannot_Be_Combined_With_Fips_Or_DualStack(bool fips, bool dualStack)
    {
        var config = new AmazonBedrockConfig
        {
            ServiceURL = "http://localhost:4566", AuthenticationRegion = "us-east-1", UseFIPSEndpoint = fips, UseDualstackEndpoint = dualStack,
        };

        await Assert.ThrowsAsync<AmazonClientException>(() => RequestAsync(config));
    }

    [Fact]
    public void An_Operation_Tells_Its_Endpoint_Without_Being_Sent()
    {
        var config = new AmazonBedrockConfig { RegionEndpoint = RegionEndpoint.USEast1 };
        var request = new ListModelInvocationJobsRequest();

        Assert.Equal("https://bedrock.us-east-1.amazonaws.com/", config.DetermineServiceOperationEndpoint(new(request)).URL);
        Assert.Equal(
            "https://bedrock.eu-west-1.amazonaws.com/",
            config.DetermineServiceOperationEndpoint(new(request, RegionEndpoint.EUWest1)).URL);
    }

    private static async Task<string> RequestAsync(AmazonBedrockConfig config)
    {
        var factory = new CapturingHttpClientFactory();
        config.HttpClientFactory = factory;
        using var client = new AmazonBedrockClient("key", "secret", config);
        await client.ListModelInvocationJobsAsync(new ListModelInvocationJobsRequest());
        return Assert.Single(factory.Requests).RequestUri!.AbsoluteUri;
    }
}
