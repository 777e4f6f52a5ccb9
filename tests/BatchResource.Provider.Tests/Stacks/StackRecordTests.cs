using Amazon;
using BatchResource.Contract;
using BatchResource.Provider.Jobs;
using BatchResource.Provider.Stacks;
using BatchResource.Provider.Tests.Support;

namespace BatchResource.Provider.Tests.Stacks;

/// <summary>The two questions to CloudFormation, over HTTP.</summary>
[Trait("rule", "L12")]
public sealed class StackRecordTests
{
    private const string Job = "arn:aws:bedrock:us-east-1:123456789012:model-invocation-job/abcdefghijkl";

    private const string Resource =
        $"""
        <DescribeStackResourceResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/">
          <DescribeStackResourceResult>
            <StackResourceDetail>
              <StackName>nightly</StackName>
              <LogicalResourceId>Job</LogicalResourceId>
              <PhysicalResourceId>{Job}</PhysicalResourceId>
              <ResourceType>Custom::BedrockBatchInferenceJob</ResourceType>
              <LastUpdatedTimestamp>2026-11-25T06:00:01.500Z</LastUpdatedTimestamp>
              <ResourceStatus>DELETE_IN_PROGRESS</ResourceStatus>
              <DriftInformation><StackResourceDriftStatus>NOT_CHECKED</StackResourceDriftStatus></DriftInformation>
            </StackResourceDetail>
          </DescribeStackResourceResult>
          <ResponseMetadata><RequestId>r</RequestId></ResponseMetadata>
        </DescribeStackResourceResponse>
        """;

    private const string Events =
        $"""
        <DescribeStackEventsResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/">
          <DescribeStackEventsResult>
            <StackEvents>
              <member>
                <EventId>2</EventId>
                <LogicalResourceId>Job</LogicalResourceId>
                <PhysicalResourceId>{Job}</PhysicalResourceId>
                <Timestamp>2026-11-25T06:00:02Z</Timestamp>
                <ResourceStatus>UPDATE_COMPLETE</ResourceStatus>
              </member>
              <member>
                <EventId>1</EventId>
                <LogicalResourceId>Role</LogicalResourceId>
                <PhysicalResourceId/>
                <Timestamp>2026-11-25T06:00:01Z</Timestamp>
                <ResourceStatus>CREATE_IN_PROGRESS</ResourceStatus>
              </member>
            </StackEvents>
            <NextToken>more</NextToken>
          </DescribeStackEventsResult>
        </DescribeStackEventsResponse>
        """;

    private const string Refusal =
        """
        <ErrorResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/">
          <Error><Type>Sender</Type><Code>AccessDenied</Code><Message>no policy allows it</Message></Error>
          <RequestId>r</RequestId>
        </ErrorResponse>
        """;

    private static readonly JobEvent Request =
        new(new JobOwner("arn:aws:cloudformation:us-east-1:123456789012:stack/nightly/5a1c2b30", "Job"), "r", null);

    [Fact]
    public async Task It_Asks_For_The_Resource_Of_The_Event()
    {
        await using var server = await ScriptedServer.StartAsync(new ServerAnswer(200, Resource));

        var entry = await Of(server.Url).DescribeAsync(Request, CancellationToken.None);

        Assert.Equal(
            new StackEntry("Job", Job, "DELETE_IN_PROGRESS", new DateTimeOffset(2026, 11, 25, 6, 0, 1, 500, TimeSpan.Zero)), entry);
        var request = Assert.Single(server.Requests);
        Assert.Equal(("POST", "/"), (request.Method, request.Target));
        Assert.Contains("/us-east-1/cloudformation/aws4_request", request.Headers["Authorization"], StringComparison.Ordinal);
        Assert.Equal(
            [
                "Action=DescribeStackResource",
                "LogicalResourceId=Job",
                "StackName=arn%3Aaws%3Acloudformation%3Aus-east-1%3A123456789012%3Astack%2Fnightly%2F5a1c2b30",
                "Version=2010-05-15",
            ],
            request.Body.Split('&').Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task It_Reads_Events_Page_By_Page()
    {
        await using var server = await ScriptedServer.StartAsync(new ServerAnswer(200, Events));

        var page = await Of(server.Url).ListEventsAsync(Request, "more", CancellationToken.None);

        Assert.Equal(["Job UPDATE_COMPLETE", "Role CREATE_IN_PROGRESS"], page.Events.Select(e => $"{e.LogicalResourceId} {e.Status}"));
        Assert.Equal("more", page.NextToken);
        Assert.Contains("NextToken=more", Assert.Single(server.Requests).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<NextToken/>")]
    public async Task The_Last_Page_Says_So(string token)
    {
        var last = Events.Replace("<NextToken>more</NextToken>", token, StringComparison.Ordinal);
        await using var server = await ScriptedServer.StartAsync(new ServerAnswer(200, last));

        var page = await Of(server.Url).ListEventsAsync(Request, null, CancellationToken.None);

        Assert.Equal(2, page.Events.Count);
        Assert.Null(page.NextToken);
        Assert.DoesNotContain("NextToken", Assert.Single(server.Requests).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Refusal_Is_Told_In_CloudFormations_Words()
    {
        await using var server = await ScriptedServer.StartAsync(new ServerAnswer(403, Refusal));

        var failure = await Assert.ThrowsAsync<StackRecordException>(() => Of(server.Url).DescribeAsync(Request, CancellationToken.None));

        Assert.Equal("DescribeStackResource: no policy allows it", failure.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html><body>proxy</body></html>")]
    [InlineData("<DescribeStackResourceResponse>")]
    public async Task An_Answer_That_Is_None_Is_A_Failure_Like_Another(string body)
    {
        await using var server = await ScriptedServer.StartAsync(new ServerAnswer(200, body));

        await Assert.ThrowsAsync<StackRecordException>(() => Of(server.Url).DescribeAsync(Request, CancellationToken.None));
    }

    [Fact]
    public async Task Nobody_There_Is_A_Failure_Like_Another()
    {
        using var port = new ClosedPort();

        await Assert.ThrowsAsync<StackRecordException>(() => Of(port.Url).DescribeAsync(Request, CancellationToken.None));
    }

    [Fact]
    public async Task A_Client_That_Cannot_Be_Made_Is_A_Failure_Like_Another()
    {
        var record = new StackRecord(() => throw new Amazon.Runtime.AmazonClientException("no region"));

        await Assert.ThrowsAsync<StackRecordException>(() => record.DescribeAsync(Request, CancellationToken.None));
    }

    [Theory]
    [InlineData("us-east-1", false, "https://cloudformation.us-east-1.amazonaws.com")]
    [InlineData("cn-north-1", false, "https://cloudformation.cn-north-1.amazonaws.com.cn")]
    [InlineData("us-gov-west-1", true, "https://cloudformation-fips.us-gov-west-1.amazonaws.com")]
    public void Its_Address_Is_That_Of_The_Region(string region, bool isFips, string address) => Assert.Equal(
        address, new StackClientConfig { RegionEndpoint = RegionEndpoint.GetBySystemName(region), UseFIPSEndpoint = isFips }.Address);

    private static StackRecord Of(string url) => new(() => new StackClient(
        new Amazon.Runtime.SessionAWSCredentials("AKIAEXAMPLE", "secret", "token"),
        new StackClientConfig { ServiceURL = url, AuthenticationRegion = "us-east-1", MaxErrorRetry = 0 }));
}
