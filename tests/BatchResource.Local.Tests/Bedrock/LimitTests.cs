using System.Net;
using System.Text.Json.Nodes;
using BatchResource.Contract;

namespace BatchResource.Local.Tests.Bedrock;

/// <summary>The limits that construct and provider check by are the control plane's: what is just within them passes, one more does not.</summary>
public sealed class LimitTests : ControlPlaneTest
{
    private const string RoleArn = "arn:aws:iam::123456789012:role/";
    private const string Profile = "arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.";

    [Theory]
    [InlineData(0, HttpStatusCode.OK)]
    [InlineData(1, HttpStatusCode.BadRequest)]
    public async Task A_Name_Has_The_Contracts_Length(int more, HttpStatusCode status) =>
        await AssertAsync(status, "jobName", new string('n', Limits.JobNameLength + more));

    [Theory]
    [InlineData(0, HttpStatusCode.OK)]
    [InlineData(1, HttpStatusCode.BadRequest)]
    public async Task A_Role_Has_The_Contracts_Length(int more, HttpStatusCode status) =>
        await AssertAsync(status, "roleArn", Filled(RoleArn, Limits.RoleArnLength + more));

    [Fact]
    public async Task A_Model_Has_The_Contracts_Length() =>
        await AssertAsync(HttpStatusCode.BadRequest, "modelId", Filled(Profile, Limits.ModelIdLength + 1));

    [Theory]
    [InlineData(0, HttpStatusCode.OK)]
    [InlineData(1, HttpStatusCode.BadRequest)]
    public async Task Uris_Have_The_Contracts_Length(int more, HttpStatusCode status)
    {
        var uri = Filled("s3://in-bucket/", Limits.S3UriLength + more);

        await AssertAsync(status, "inputDataConfig", Nested("s3InputDataConfig", ("s3Uri", uri)));
        await AssertAsync(status, "outputDataConfig", Nested("s3OutputDataConfig", ("s3Uri", uri)), "job-2");
    }

    [Theory]
    [InlineData(0, HttpStatusCode.OK)]
    [InlineData(1, HttpStatusCode.BadRequest)]
    public async Task Subnets_And_Groups_Have_The_Contracts_Numbers(int more, HttpStatusCode status)
    {
        await AssertAsync(status, "vpcConfig", Vpc(Limits.Subnets + more, 1));
        await AssertAsync(status, "vpcConfig", Vpc(1, Limits.SecurityGroups + more), "job-2");
    }

    [Theory]
    [InlineData(Limits.MinimumTimeoutInHours, HttpStatusCode.OK)]
    [InlineData(Limits.MinimumTimeoutInHours - 1, HttpStatusCode.BadRequest)]
    [InlineData(Limits.MaximumTimeoutInHours, HttpStatusCode.OK)]
    [InlineData(Limits.MaximumTimeoutInHours + 1, HttpStatusCode.BadRequest)]
    public async Task A_Timeout_Has_The_Contracts_Range(int hours, HttpStatusCode status) =>
        await AssertAsync(status, "timeoutDurationInHours", hours);

    [Theory]
    [InlineData(0, HttpStatusCode.OK)]
    [InlineData(1, HttpStatusCode.BadRequest)]
    public async Task Tags_Have_The_Contracts_Number_And_Lengths(int more, HttpStatusCode status)
    {
        var many = Enumerable.Range(0, Limits.Tags + more).Select(number => Tag($"k{number}", "v"));

        await AssertAsync(status, "tags", new JsonArray([.. many]));
        await AssertAsync(status, "tags", new JsonArray(Tag(new string('k', Limits.TagKeyLength + more), "v")), "job-2");
        await AssertAsync(status, "tags", new JsonArray(Tag("k", new string('v', Limits.TagValueLength + more))), "job-3");
    }

    private async Task AssertAsync(HttpStatusCode status, string member, JsonNode value, string name = "job-1")
    {
        var answer = await CreateAsync(("jobName", name), (member, value));

        Assert.True(answer.Status == status, answer.Text);
    }

    private static string Filled(string start, int length) => start + new string('a', length - start.Length);

    private static JsonObject Nested(string name, params (string Name, string Value)[] members) =>
        new() { [name] = new JsonObject(members.Select(member => KeyValuePair.Create(member.Name, (JsonNode?)member.Value))) };

    private static JsonObject Vpc(int subnets, int groups) => new()
    {
        ["subnetIds"] = Ids("subnet-", subnets),
        ["securityGroupIds"] = Ids("sg-", groups),
    };

    private static JsonArray Ids(string prefix, int count) =>
        new([.. Enumerable.Range(0, count).Select(number => (JsonNode)$"{prefix}{number:D8}")]);

    private static JsonObject Tag(string key, string value) => new() { ["key"] = key, ["value"] = value };
}
