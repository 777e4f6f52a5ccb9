using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.CDK;
using BatchResource.Cdk.Internal;
using Newtonsoft.Json.Linq;

namespace BatchResource.Cdk.Tests.Records;

/// <summary>What an app can give as a record's modelInput.</summary>
public sealed class RecordJsonTests
{
    private const string Expected = """{"modelInput":{"messages":[{"role":"user","content":"Größe + 1"}],"max_tokens":1}}""";

    private static readonly Dictionary<string, object> Inputs = new(StringComparer.Ordinal)
    {
        ["JObject"] = JObject.Parse(ModelInput),
        ["JToken in a dictionary"] = new Dictionary<string, object>
        {
            ["messages"] = JArray.Parse("""[{"role":"user","content":"Größe + 1"}]"""),
            ["max_tokens"] = new JValue(1),
        },
        ["JsonObject"] = JsonNode.Parse(ModelInput)!,
        ["JsonElement"] = JsonSerializer.Deserialize<JsonElement>(ModelInput),
        ["JsonDocument"] = JsonDocument.Parse(ModelInput),
        ["object"] = new { messages = new[] { new { role = "user", content = "Größe + 1" } }, max_tokens = 1 },
        ["JsonArray in an object"] = new { messages = JsonNode.Parse("""[{"role":"user","content":"Größe + 1"}]"""), max_tokens = 1 },
    };

    private static readonly Dictionary<string, (object Input, string Problem)> Bad = new(StringComparer.Ordinal)
    {
        ["NaN"] = (new { inferenceConfig = new { temperature = double.NaN } }, "modelInput.inferenceConfig.temperature is NaN, which JSON"),
        ["Infinity"] = (new { top_p = float.PositiveInfinity }, "modelInput.top_p is Infinity"),
        ["NaN in a dictionary"] = (new Dictionary<string, object> { ["top_p"] = double.NaN }, "modelInput.top_p is NaN"),
        ["NaN in a node"] = (new JsonObject { ["a"] = new JsonArray(1, double.NaN) }, "modelInput.a[1] is NaN"),
        ["NaN in a JToken"] = (new JObject { ["a"] = double.NaN }, "modelInput.a is NaN"),
        ["surrogate"] = (new { text = "cut \ud83d" }, "modelInput.text has half of a surrogate pair"),
        ["surrogate in a node"] = (new JsonObject { ["text"] = "cut \ud83d" }, "modelInput.text has half of a surrogate pair"),
        ["surrogate in a JToken"] = (new JObject { ["text"] = "cut \ud83d" }, "has half of a surrogate pair"),
        ["surrogate in a name"] = (new Dictionary<string, int> { ["\ude00"] = 1 }, "has half of a surrogate pair"),
        ["token"] = (new { text = $"in {Aws.REGION}" }, "modelInput.text has a value that is known only at deployment"),
        ["props"] = (new { of = new Amazon.CDK.AWS.S3.BucketProps() }, "modelInput.of is a Amazon.CDK.AWS.S3.BucketProps, an object"),
        ["type"] = (new { type = typeof(string) }, "modelInput.type cannot be written as JSON"),
        ["cycle"] = (Cycle(), "cannot be written as JSON: A possible object cycle was detected"),
    };

    public static TheoryData<string> InputNames => [.. Inputs.Keys];

    public static TheoryData<string> BadNames => [.. Bad.Keys];

    private static string ModelInput => """{"messages":[{"role":"user","content":"Größe + 1"}],"max_tokens":1}""";

    [Theory]
    [MemberData(nameof(InputNames))]
    public void Whatever_Means_Json_Is_Written_As_It(string name)
    {
        var line = new RecordJson().Write(new BatchInferenceRecord(Inputs[name]), out var problem);

        Assert.Null(problem);
        Assert.Equal(Expected, Encoding.UTF8.GetString(line));
    }

    [Theory]
    [MemberData(nameof(BadNames))]
    public void What_Cannot_Be_Meant_Is_Named_With_Its_Place(string name)
    {
        new RecordJson().Write(new BatchInferenceRecord(Bad[name].Input), out var problem);

        Assert.Contains(Bad[name].Problem, problem?.Text ?? "no problem", StringComparison.Ordinal);
    }

    [Fact]
    public void A_Broken_RecordId_Is_Named()
    {
        new RecordJson().Write(new BatchInferenceRecord(new { }, "a\ud83d"), out var problem);

        Assert.StartsWith("recordId has half of a surrogate pair", problem?.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_A_Member_Throws_Is_The_Apps_Own() =>
        Assert.Throws<InvalidOperationException>(() => new RecordJson().Write(new BatchInferenceRecord(new Throwing()), out _));

    private static Dictionary<string, object> Cycle()
    {
        var cycle = new Dictionary<string, object>();
        cycle["self"] = cycle;
        return cycle;
    }

    private sealed class Throwing
    {
        private readonly string message = "the app's own";

        public string Text => throw new InvalidOperationException(message);
    }
}
