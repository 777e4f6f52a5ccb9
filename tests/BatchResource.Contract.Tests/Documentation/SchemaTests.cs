using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BatchResource.Schema;
using BatchResource.Tests.Shared;

namespace BatchResource.Contract.Tests.Documentation;

/// <summary>The schema for editors takes what the provider takes, and refuses what it refuses.</summary>
public sealed class SchemaTests
{
    private const string Missing = "(missing)";

    private static readonly JsonElement Job = SchemaValidator.Ours.Definition("job");

    [Theory]
    [InlineData(nameof(TextRules.JobName), "JobName")]
    [InlineData(nameof(TextRules.RoleArn), "RoleArn")]
    [InlineData(nameof(TextRules.ModelId), "ModelId")]
    [InlineData(nameof(TextRules.S3Uri), "InputDataConfig.S3InputDataConfig.S3Uri")]
    [InlineData(nameof(TextRules.S3InputFormat), "InputDataConfig.S3InputDataConfig.S3InputFormat")]
    [InlineData(nameof(TextRules.AccountId), "InputDataConfig.S3InputDataConfig.S3BucketOwner")]
    [InlineData(nameof(TextRules.S3Uri), "OutputDataConfig.S3OutputDataConfig.S3Uri")]
    [InlineData(nameof(TextRules.KmsKeyId), "OutputDataConfig.S3OutputDataConfig.S3EncryptionKeyId")]
    [InlineData(nameof(TextRules.AccountId), "OutputDataConfig.S3OutputDataConfig.S3BucketOwner")]
    [InlineData("SubnetId", "VpcConfig.SubnetIds.0")]
    [InlineData("SecurityGroupId", "VpcConfig.SecurityGroupIds.0")]
    [InlineData(nameof(TextRules.ModelInvocationType), "ModelInvocationType")]
    [InlineData(nameof(TextRules.TagKey), "Tags.0.Key")]
    [InlineData(nameof(TextRules.TagValue), "Tags.0.Value")]
    public void It_Takes_A_Text_Where_The_Contract_Does(string rule, string path) => PropertyCheck.Holds(
        300,
        NearValid.Of([.. RuleCase.All[rule].Samples]),
        text => AssertAgree(path, JsonValue.Create(text)));

    [Theory]
    [InlineData("TimeoutDurationInHours", "23", "24", "100", "168", "169", "+24", "024", " 24", "24.0", "\"24\"", "true")]
    [InlineData("ServiceTimeout", "0", "1", "99", "959", "1999", "3599", "3600", "3601", "10000", "+5", "007", "-1", "")]
    [InlineData("WaitFor", "Submitted", "Validated", "validated", "")]
    [InlineData("Revision", "", "x", "\n")]
    [InlineData("JobName", Missing)]
    [InlineData("RoleArn", Missing)]
    [InlineData("ModelId", Missing)]
    [InlineData("InputDataConfig", Missing)]
    [InlineData("OutputDataConfig", Missing)]
    [InlineData("InputDataConfig.S3InputDataConfig", Missing)]
    [InlineData("InputDataConfig.S3InputDataConfig.S3Uri", Missing)]
    [InlineData("OutputDataConfig.S3OutputDataConfig.S3Uri", Missing)]
    [InlineData("VpcConfig", Missing)]
    [InlineData("VpcConfig.SubnetIds", Missing, "x")]
    [InlineData("VpcConfig.SecurityGroupIds", Missing, "x")]
    [InlineData("Tags", Missing, "x")]
    [InlineData("Tags.0.Key", Missing)]
    [InlineData("Tags.0.Value", Missing)]
    [InlineData("Unknown", "x")]
    [InlineData("VpcConfig.Unknown", "x")]
    public void It_Takes_These_Where_The_Contract_Does(string path, params string[] values) =>
        Assert.All(values, value => AssertAgree(path, value == Missing ? null : JsonValue.Create(value)));

    [Theory]
    [InlineData(23)]
    [InlineData(24)]
    [InlineData(168)]
    [InlineData(169)]
    public void It_Takes_A_Number_Where_The_Contract_Does(int hours) => AssertAgree("TimeoutDurationInHours", JsonValue.Create(hours));

    [Theory]
    [InlineData("VpcConfig.SubnetIds", Limits.Subnets)]
    [InlineData("VpcConfig.SecurityGroupIds", Limits.SecurityGroups)]
    public void It_Takes_Lists_As_Long_As_The_Contract_Does(string path, int limit) => Assert.All(
        new[] { 0, 1, limit, limit + 1 },
        count => AssertAgree(path, new JsonArray([.. Enumerable.Range(0, count).Select(index => JsonValue.Create($"id-{index}"))])));

    [Fact]
    public void It_Takes_As_Many_Tags_As_The_Contract_Does() => Assert.All(
        new[] { 0, Limits.Tags, Limits.Tags + 1 },
        count => AssertAgree("Tags", new JsonArray([.. Enumerable.Range(0, count).Select(
            index => new JsonObject { ["Key"] = $"key-{index}", ["Value"] = string.Empty })])));

    [Fact]
    public void It_Takes_A_Revision_As_Long_As_The_Contract_Does() => Assert.All(
        new[] { Limits.RevisionLength, Limits.RevisionLength + 1 },
        length => AssertAgree("Revision", JsonValue.Create(new string('x', length))));

    [Theory]
    [InlineData(1, 3600)]
    [InlineData(24, 168)]
    [InlineData(7, 7)]
    [InlineData(99, 1001)]
    public void A_Range_Of_Numbers_Is_Just_Those_Numbers(int smallest, int largest)
    {
        var expression = $@"\A({NumberRange.Expression(smallest, largest)})\z";

        Assert.Equal(
            Enumerable.Range(smallest, largest - smallest + 1),
            Enumerable.Range(0, 20_000).Where(number => Regex.IsMatch($"{number}", expression)));
    }

    [Fact]
    public void Its_Properties_Are_The_Contracts()
    {
        Assert.Equal(Names.In(typeof(PropertyNames)), PropertiesOf(Job).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        Assert.Equal(
            Names.In(typeof(CompletionPropertyNames))
                .Concat([PropertyNames.ServiceToken, PropertyNames.ServiceTimeout])
                .Order(StringComparer.Ordinal),
            PropertiesOf(SchemaValidator.Ours.Definition("completion")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_Function_Of_CloudFormations_May_Stand_For_Any_Value()
    {
        var properties = SampleProperties.Full();
        foreach (var name in properties.Select(property => property.Key).ToList())
        {
            properties[name] = new JsonObject { ["Fn::If"] = new JsonArray("IsLarge", "a", "b") };
        }

        Assert.True(Accepts(properties));
    }

    private static void AssertAgree(string path, JsonNode? value)
    {
        var properties = SampleProperties.Full();
        Set(properties, path.Split('.'), value);
        var problems = SampleProperties.Problems(properties);
        Assert.True(
            problems.Length == 0 == Accepts(properties),
            $"{path}, {value?.ToJsonString()}: the contract says {(problems.Length == 0 ? "valid" : problems[0])}, the schema does not");
    }

    private static bool Accepts(JsonObject properties) => SchemaValidator.Ours.Accepts(SampleProperties.ElementOf(new JsonObject
    {
        ["Resources"] = new JsonObject
        {
            ["Job"] = new JsonObject { ["Type"] = ResourceType.BatchInferenceJob, ["Properties"] = properties },
        },
    }));

    private static void Set(JsonNode node, ReadOnlySpan<string> path, JsonNode? value)
    {
        if (path is [var last])
        {
            switch (node)
            {
                case JsonArray list:
                    list[int.Parse(last, System.Globalization.CultureInfo.InvariantCulture)] = value;
                    break;
                case JsonObject members when value is null:
                    members.Remove(last);
                    break;
                default:
                    node[last] = value;
                    break;
            }

            return;
        }

        var next = node is JsonArray ? node[int.Parse(path[0], System.Globalization.CultureInfo.InvariantCulture)] : node[path[0]];
        Set(next!, path[1..], value);
    }

    private static IEnumerable<string> PropertiesOf(JsonElement schema) => schema.ValueKind switch
    {
        JsonValueKind.Object => schema.EnumerateObject().SelectMany(member => member.Name == "properties"
            ? member.Value.EnumerateObject().Select(property => property.Name).Concat(PropertiesOf(member.Value))
            : PropertiesOf(member.Value)),
        JsonValueKind.Array => schema.EnumerateArray().SelectMany(PropertiesOf),
        _ => [],
    };
}
