using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using BatchResource.Tests.Shared;
using FsCheck;
using FsCheck.Fluent;

namespace BatchResource.Contract.Tests;

/// <summary>Unknown, missing, doubly set and malformed: at every level there is.</summary>
[Trait("rule", "L14")]
public sealed class ShapeTests
{
    /// <summary>Where objects stand in the full properties.</summary>
    public static TheoryData<string> Objects =>
    [
        string.Empty,
        "InputDataConfig",
        "InputDataConfig.S3InputDataConfig",
        "OutputDataConfig",
        "OutputDataConfig.S3OutputDataConfig",
        "VpcConfig",
        "Tags[0]",
    ];

    [Theory]
    [MemberData(nameof(Objects))]
    public void An_Unknown_Member_Is_Reported_With_Those_That_Are_Allowed(string path)
    {
        var properties = SampleProperties.Full();
        var parent = JsonPath.Find(properties, path).AsObject();
        parent["Other"] = "x";
        var allowed = string.Join(", ", parent.Select(member => member.Key).Where(name => name != "Other").Order(StringComparer.Ordinal));

        var problem = Assert.Single(SampleProperties.Read(properties).Problems);
        Assert.Equal((JsonPath.Combine(path, "Other"), "\"x\""), (problem.Path, problem.Received));
        const string Start = "is not a property; allowed here: ";
        Assert.StartsWith(Start, problem.Allowed, StringComparison.Ordinal);
        Assert.Equal(allowed, string.Join(", ", problem.Allowed[Start.Length..].Split(", ").Order(StringComparer.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Objects))]
    public void A_Member_Given_Twice_In_Different_Case_Is_Reported_Whatever_Its_Values(string path)
    {
        var original = JsonPath.Find(SampleProperties.Full(), path).AsObject();
        foreach (var (name, _) in original)
        {
            var properties = SampleProperties.Full();
            var parent = JsonPath.Find(properties, path).AsObject();
            var twin = name.ToLowerInvariant();
            parent[twin] = parent[name]?.DeepClone();
            var problem = Assert.Single(SampleProperties.Read(properties).Problems);
            Assert.Equal(JsonPath.Combine(path, twin), problem.Path);
            Assert.Equal("must be given only once; names that differ only in case are the same", problem.Allowed);
        }
    }

    [Fact]
    public void A_Member_Given_Twice_In_The_Same_Case_Is_Reported()
    {
        var json = SampleProperties.Minimal().ToJsonString()
            .Replace("{\"S3Uri\"", "{\"S3Uri\":\"s3://other\",\"S3Uri\"", StringComparison.Ordinal);
        var problems = PropertiesReader.Read(JsonSerializer.Deserialize<JsonElement>(json)).Problems;
        Assert.Equal(
            ["InputDataConfig.S3InputDataConfig.S3Uri", "OutputDataConfig.S3OutputDataConfig.S3Uri"],
            problems.Select(problem => problem.Path));
    }

    [Theory]
    [InlineData("InputDataConfig", "S3InputDataConfig")]
    [InlineData("OutputDataConfig", "S3OutputDataConfig")]
    public void A_Union_With_Another_Member_Beside_Or_Instead_Of_Its_Own_Is_Reported(string union, string member)
    {
        var properties = SampleProperties.Full();
        properties[union]!["FileDataConfig"] = new JsonObject();
        Assert.Equal(
            [$"{union}.FileDataConfig is not a property; allowed here: {member}, got {{}}"], SampleProperties.Problems(properties));

        properties[union]!.AsObject().Remove(member);
        Assert.Equal(
            [
                $"{union}.{member} is required and must be an object",
                $"{union}.FileDataConfig is not a property; allowed here: {member}, got {{}}",
            ],
            SampleProperties.Problems(properties));
    }

    [Fact]
    public void Whatever_Stands_In_The_Place_Of_A_Value_Of_Another_Shape_Is_Reported_There()
    {
        foreach (var path in JsonPath.All(SampleProperties.Full()).Where(path => path != "ServiceToken"))
        {
            string[] intruders = JsonPath.Find(SampleProperties.Full(), path) switch
            {
                JsonObject => ["[]", "[{}]", "\"text\"", "\"\"", "42", "true"],
                JsonArray => ["{}", "{\"0\":\"text\"}", "\"text\"", "\"\"", "42", "true"],
                _ => ["[]", "{}", "[\"text\"]", "{\"Ref\":\"Other\"}"],
            };
            foreach (var intruder in intruders)
            {
                var properties = SampleProperties.Full();
                JsonPath.Replace(properties, path, JsonNode.Parse(intruder));
                var problem = Assert.Single(SampleProperties.Read(properties).Problems);
                Assert.Equal((path, intruder), (problem.Path, problem.Received));
                Assert.StartsWith("must be ", problem.Allowed, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Null_Is_The_Same_As_Nothing()
    {
        foreach (var path in JsonPath.All(SampleProperties.Full()).Where(path => path[^1] != ']'))
        {
            var without = SampleProperties.Full();
            JsonPath.Remove(without, path);
            var withNull = SampleProperties.Full();
            JsonPath.Replace(withNull, path, null);
            Assert.Equal(SampleProperties.Problems(without), SampleProperties.Problems(withNull));
        }
    }

    [Theory]
    [InlineData("VpcConfig.SubnetIds[1]", "VpcConfig.SubnetIds[1] must be 1-32 letters, digits or '-', got null")]
    [InlineData("Tags[0]", "Tags[0] must be an object with Key and Value, got null")]
    public void Null_Is_No_Element_Of_A_List(string path, string problem)
    {
        var properties = SampleProperties.Full();
        JsonPath.Replace(properties, path, null);
        Assert.Equal([problem], SampleProperties.Problems(properties));
    }

    [Fact]
    public void Text_That_Is_No_Unicode_Is_A_Problem_And_No_Exception()
    {
        var json = SampleProperties.Minimal().ToJsonString()
            .Replace("\"amazon.nova-micro-v1:0\"", "\"\\ud800\"", StringComparison.Ordinal)
            .Replace("{\"RoleArn\"", "{\"\\udc00\":1,\"RoleArn\"", StringComparison.Ordinal);
        var problems = PropertiesReader.Read(JsonSerializer.Deserialize<JsonElement>(json)).Problems;
        Assert.Equal(
            ["? must have a name that is valid Unicode text, got 1", $"ModelId {TextRules.ModelId.Allowed}, got \"\\ud800\""],
            problems.Select(problem => problem.ToString()));
    }

    [Fact]
    public void Bytes_That_Are_No_UTF8_Are_A_Problem_And_No_Exception()
    {
        var bytes = Encoding.UTF8.GetBytes(SampleProperties.Minimal().ToJsonString());
        bytes[bytes.AsSpan().IndexOf("amazon"u8)] = 0xff;
        var problem = Assert.Single(PropertiesReader.Read(JsonSerializer.Deserialize<JsonElement>(bytes)).Problems);
        Assert.Equal(("ModelId", "text that is no valid Unicode"), (problem.Path, problem.Received));
    }

    [Fact]
    public void Any_JSON_At_All_Is_Read_Without_An_Exception()
    {
        var names = JsonPath.All(SampleProperties.Full()).Select(path => path.Split('.', '[')[^1]).Append("Other").Distinct().ToArray();
        PropertyCheck.Holds(2000, RandomJson(names, 4), node =>
        {
            var result = SampleProperties.Read(node);
            Assert.NotEmpty(result.Problems);
            Assert.Null(result.Properties);
            _ = PropertiesReader.ReadJobName(SampleProperties.ElementOf(node));
        });
    }

    private static Gen<JsonNode?> RandomJson(string[] names, int depth)
    {
        var scalar = Gen.Elements<Func<JsonNode?>>(
            () => null, () => "text", () => 42, () => true, () => string.Empty, () => "s3://bucket").Select(make => make());
        if (depth == 0)
        {
            return scalar;
        }

        var member = from name in Gen.Elements(names) from value in RandomJson(names, depth - 1) select KeyValuePair.Create(name, value);
        var members = from count in Gen.Choose(0, 6) from list in member.ListOf(count) select list;
        var array = from count in Gen.Choose(0, 3) from list in RandomJson(names, depth - 1).ListOf(count) select new JsonArray([.. list]);
        return Gen.OneOf(
            scalar,
            array.Select(JsonNode? (list) => list),
            members.Select(JsonNode? (list) => new JsonObject(list.DistinctBy(pair => pair.Key))));
    }
}
