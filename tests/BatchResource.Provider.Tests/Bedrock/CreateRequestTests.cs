using System.Text.Json;
using System.Text.Json.Nodes;
using BatchResource.Contract;
using BatchResource.Provider.Jobs;
using BatchResource.Provider.Tests.Support;

namespace BatchResource.Provider.Tests.Bedrock;

/// <summary>What a definition says is what Bedrock is told, and nothing else.</summary>
[Trait("rule", "L4")]
public sealed class CreateRequestTests
{
    private static readonly NewJob FullJob = new(
        "nightly",
        "token-1",
        new JobDefinition
        {
            JobName = "nightly",
            RoleArn = "arn:aws:iam::123456789012:role/BatchRole",
            ModelId = "amazon.nova-micro-v1:0",
            Input = new S3Input("s3://bucket/input.jsonl", "JSONL", "123456789012"),
            Output = new S3Output("s3://bucket/output", "alias/key", "210987654321"),
            Vpc = new VpcSettings(["subnet-2", "subnet-1"], ["sg-1"]),
            TimeoutDurationInHours = 48,
            ModelInvocationType = "Converse",
            Revision = "2",
        },
        new Dictionary<string, string> { ["team"] = "search", ["empty"] = string.Empty });

    [Fact]
    public async Task Every_Property_Is_Sent() => AssertJson(
        """
        {
            "jobName": "nightly",
            "roleArn": "arn:aws:iam::123456789012:role/BatchRole",
            "clientRequestToken": "token-1",
            "modelId": "amazon.nova-micro-v1:0",
            "inputDataConfig": {
                "s3InputDataConfig": { "s3Uri": "s3://bucket/input.jsonl", "s3InputFormat": "JSONL", "s3BucketOwner": "123456789012" }
            },
            "outputDataConfig": {
                "s3OutputDataConfig": { "s3Uri": "s3://bucket/output", "s3EncryptionKeyId": "alias/key", "s3BucketOwner": "210987654321" }
            },
            "vpcConfig": { "subnetIds": ["subnet-2", "subnet-1"], "securityGroupIds": ["sg-1"] },
            "timeoutDurationInHours": 48,
            "modelInvocationType": "Converse",
            "tags": [{ "key": "team", "value": "search" }, { "key": "empty", "value": "" }]
        }
        """,
        await BodyForAsync(FullJob));

    [Fact]
    public async Task What_Was_Not_Given_Is_Not_Sent() => AssertJson(
        $$"""
        {
            "jobName": "nightly",
            "roleArn": "arn:aws:iam::123456789012:role/BatchRole",
            "clientRequestToken": "{{TestEvent.RequestId}}",
            "modelId": "amazon.nova-micro-v1:0",
            "inputDataConfig": { "s3InputDataConfig": { "s3Uri": "s3://bucket/input.jsonl" } },
            "outputDataConfig": { "s3OutputDataConfig": { "s3Uri": "s3://bucket/output" } }
        }
        """,
        await BodyForAsync(BedrockCalls.MinimalJob));

    [Fact]
    public async Task No_Member_Of_The_Service_Model_Is_Left_Out()
    {
        using var stream = typeof(CreateRequestTests).Assembly.GetManifestResourceStream("bedrock-service-model.json")!;
        var shapes = JsonSerializer.Deserialize<JsonElement>(stream).GetProperty("shapes");
        var ofModel = MembersOf(shapes, "CreateModelInvocationJobRequest", string.Empty);
        var sent = MembersOf(JsonNode.Parse(await BodyForAsync(FullJob))!, string.Empty).Distinct();
        Assert.Equal(ofModel.Order(StringComparer.Ordinal), sent.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> MembersOf(JsonElement shapes, string name, string path)
    {
        var shape = shapes.GetProperty(name);
        return shape.GetProperty("type").GetString() switch
        {
            "structure" => shape.GetProperty("members").EnumerateObject().SelectMany(
                member => MembersOf(shapes, member.Value.GetProperty("shape").GetString()!, $"{path}/{member.Name}")),
            "list" => MembersOf(shapes, shape.GetProperty("member").GetProperty("shape").GetString()!, $"{path}/*"),
            _ => [path],
        };
    }

    private static IEnumerable<string> MembersOf(JsonNode node, string path) => node switch
    {
        JsonObject members => members.SelectMany(member => MembersOf(member.Value!, $"{path}/{member.Key}")),
        JsonArray elements => elements.SelectMany(element => MembersOf(element!, $"{path}/*")),
        _ => [path],
    };

    private static async Task<string> BodyForAsync(NewJob job)
    {
        await using var server = await ScriptedServer.StartAsync(ServerAnswer.Json($$"""{"jobArn":"{{BedrockCalls.Arn}}"}"""));
        using var calls = new BedrockCalls(server.Url);
        Assert.Equal(BedrockCalls.Arn, await calls.Service.CreateAsync(job, CancellationToken.None));

        var request = Assert.Single(server.Requests);
        Assert.Equal(("POST", "/model-invocation-job"), (request.Method, request.Target));
        return request.Body;
    }

    private static void AssertJson(string expected, string actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(actual)), actual);
}
