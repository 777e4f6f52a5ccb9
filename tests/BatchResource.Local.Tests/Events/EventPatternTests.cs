using System.Text.Json.Nodes;
using BatchResource.Local.Events;

namespace BatchResource.Local.Tests.Events;

public sealed class EventPatternTests
{
    private const string Event = """
        {
          "source": "aws.bedrock",
          "detail-type": "Batch Inference Job State Change",
          "resources": ["arn:job-1", "arn:other"],
          "detail": { "status": "Completed", "batchJobArn": "arn:job-1", "failureMessage": "", "count": 5, "done": true, "nested": { "a": "b" } }
        }
        """;

    [Theory]
    [InlineData("""{ "source": ["aws.bedrock"] }""", true)]
    [InlineData("""{ "source": ["aws.s3", "aws.bedrock"], "detail": { "status": ["Failed", "Completed"] } }""", true)]
    [InlineData("""{ "source": ["aws.bedrock"], "detail": { "status": ["Failed"] } }""", false)]
    [InlineData("""{ "resources": ["arn:other"] }""", true)]
    [InlineData("""{ "resources": ["arn:none"] }""", false)]
    [InlineData("""{ "detail": { "nested": { "a": ["b"] } } }""", true)]
    [InlineData("""{ "detail": { "nested": { "missing": ["b"] } } }""", false)]
    [InlineData("""{ "detail": { "count": [5] } }""", true)]
    [InlineData("""{ "detail": { "count": ["5"] } }""", false)]
    [InlineData("""{ "detail": { "done": [true] } }""", true)]
    [InlineData("""{ "detail": { "batchJobArn": [{ "prefix": "arn:job" }] } }""", true)]
    [InlineData("""{ "detail": { "batchJobArn": [{ "prefix": "job" }] } }""", false)]
    [InlineData("""{ "detail": { "batchJobArn": [{ "suffix": "-1" }] } }""", true)]
    [InlineData("""{ "detail": { "status": [{ "equals-ignore-case": "COMPLETED" }] } }""", true)]
    [InlineData("""{ "detail": { "status": [{ "anything-but": "Failed" }] } }""", true)]
    [InlineData("""{ "detail": { "status": [{ "anything-but": ["Failed", "Completed"] }] } }""", false)]
    [InlineData("""{ "detail": { "status": [{ "anything-but": { "prefix": "Comp" } }] } }""", false)]
    [InlineData("""{ "detail": { "missing": [{ "anything-but": "x" }] } }""", false)]
    [InlineData("""{ "detail": { "missing": [{ "exists": false }] } }""", true)]
    [InlineData("""{ "detail": { "status": [{ "exists": false }] } }""", false)]
    [InlineData("""{ "detail": { "count": [{ "numeric": [">", 0, "<=", 5] }] } }""", true)]
    [InlineData("""{ "detail": { "count": [{ "numeric": ["=", 4] }] } }""", false)]
    public void A_Pattern_Selects_Events_As_EventBridge_Does(string pattern, bool isMatch) =>
        Assert.Equal(isMatch, new EventPattern(JsonNode.Parse(pattern)!.AsObject()).Matches(JsonNode.Parse(Event)!.AsObject()));

    [Theory]
    [InlineData("""{ "source": "aws.bedrock" }""", "Event pattern is not valid. Reason: \"source\" must be an object or an array at source")]
    [InlineData("""{ "source": [] }""", "Event pattern is not valid. Reason: \"source\" must be an object or an array at source")]
    [InlineData("""{ "detail": { "ip": [{ "cidr": "10.0.0.0/24" }] } }""", """Event pattern is not supported: {"cidr":"10.0.0.0/24"} at detail.ip""")]
    [InlineData("""{ "$or": [{ "source": ["a"] }] }""", "Event pattern is not supported: $or at $or")]
    public void A_Pattern_That_Is_Not_Supported_Is_Refused(string pattern, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => new EventPattern(JsonNode.Parse(pattern)!.AsObject())).Message);

    [Theory]
    [InlineData("""{ "Arn": "t" }""", """{"detail":{"n":1,"s":"x"}}""")]
    [InlineData("""{ "Arn": "t", "Input": "constant" }""", "constant")]
    [InlineData("""{ "Arn": "t", "InputPath": "$.detail" }""", """{"n":1,"s":"x"}""")]
    [InlineData("""{ "Arn": "t", "Template": "{\"a\": <s>, \"b\": \"is <s>\", \"c\": <n>, \"d\": <other>}" }""", """{"a": "x", "b": "is x", "c": 1, "d": <other>}""")]
    public void A_Target_Gets_What_It_Asked_For(string target, string expected)
    {
        var members = JsonNode.Parse(target)!;

        var payload = new EventTarget
        {
            Arn = members["Arn"]!.ToString(),
            Input = members["Input"]?.ToString(),
            InputPath = members["InputPath"]?.ToString(),
            InputTemplate = members["Template"]?.ToString(),
            InputPaths = new Dictionary<string, string> { ["s"] = "$.detail.s", ["n"] = "$.detail.n" },
        }.Payload(JsonNode.Parse("""{ "detail": { "n": 1, "s": "x" } }""")!.AsObject());

        Assert.Equal(expected, payload);
    }
}
