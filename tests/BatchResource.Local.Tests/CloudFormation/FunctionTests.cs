using System.Text.Json.Nodes;
using BatchResource.Local.CloudFormation.Functions;

namespace BatchResource.Local.Tests.CloudFormation;

public sealed class FunctionTests
{
    [Theory]
    [InlineData("""{ "Ref": "Name" }""", "\"value\"")]
    [InlineData("""{ "Fn::GetAtt": ["Thing", "Arn"] }""", "\"Thing/Arn\"")]
    [InlineData("""{ "Fn::GetAtt": "Thing.Nested.Arn" }""", "\"Thing/Nested.Arn\"")]
    [InlineData("""{ "Fn::GetAtt": ["Thing", { "Ref": "Name" }] }""", "\"Thing/value\"")]
    [InlineData("""{ "Fn::Join": ["-", ["a", { "Ref": "Name" }, 1, true]] }""", "\"a-value-1-true\"")]
    [InlineData("""{ "Fn::Join": [",", { "Fn::Split": ["|", "a|b"] }] }""", "\"a,b\"")]
    [InlineData("""{ "Fn::Sub": "x${Name}y${Thing.Arn}z${!Name}" }""", "\"xvalueyThing/Arnz${Name}\"")]
    [InlineData("""{ "Fn::Sub": ["${Own} ${Name}", { "Own": { "Fn::Join": ["", ["o", "wn"]] } }] }""", "\"own value\"")]
    [InlineData("""{ "Fn::Select": ["1", ["a", "b"]] }""", "\"b\"")]
    [InlineData("""{ "Fn::Select": [0, { "Fn::GetAZs": "" }] }""", "\"us-east-1a\"")]
    [InlineData("""{ "Fn::Split": [",", "a,b"] }""", """["a","b"]""")]
    [InlineData("""{ "Fn::If": ["Yes", "then", "else"] }""", "\"then\"")]
    [InlineData("""{ "Fn::If": ["No", "then", "else"] }""", "\"else\"")]
    [InlineData("""{ "Fn::FindInMap": ["Map", "Top", { "Ref": "Name" }] }""", "\"Map/Top/value\"")]
    [InlineData("""{ "Fn::Base64": "text" }""", "\"dGV4dA==\"")]
    [InlineData("""{ "Fn::ImportValue": "shared" }""", "\"import shared\"")]
    [InlineData("""{ "Fn::FindInMap": ["Map", "Top", "None", { "DefaultValue": { "Ref": "Name" } }] }""", "\"value\"")]
    [InlineData("""{ "Fn::GetStackOutput": { "StackName": "other", "OutputName": { "Ref": "Name" } } }""", "\"other/value/\"")]
    [InlineData("""{ "Fn::Cidr": ["10.0.0.0/16", 3, "8"] }""", """["10.0.0.0/24","10.0.1.0/24","10.0.2.0/24"]""")]
    [InlineData("""{ "Fn::Cidr": ["2001:db8::/56", 2, 64] }""", """["2001:db8::/64","2001:db8:0:1::/64"]""")]
    [InlineData("""{ "Fn::Length": { "Fn::Split": [",", "a,b"] } }""", "2")]
    [InlineData("""{ "Fn::ToJsonString": { "A": { "Ref": "Name" }, "B": ["ü"] } }""", "\"{\\\"A\\\":\\\"value\\\",\\\"B\\\":[\\\"ü\\\"]}\"")]
    [InlineData("\"{{resolve:ssm:/a/b}} and {{resolve:ssm:c:2}}\"", "\"stored /a/b and stored c\"")]
    [InlineData("""{ "Fn::Sub": "{{resolve:ssm:/${Name}}}" }""", "\"stored /value\"")]
    [InlineData("""{ "Fn::GetAZs": "eu-west-1" }""", """["eu-west-1a","eu-west-1b","eu-west-1c"]""")]
    [InlineData("""{ "Fn::Equals": ["a", "a"] }""", "true")]
    [InlineData("""{ "Fn::Equals": [1, "1"] }""", "true")]
    [InlineData("""{ "Fn::And": [{ "Condition": "Yes" }, { "Fn::Equals": ["a", "b"] }] }""", "false")]
    [InlineData("""{ "Fn::Or": [{ "Condition": "No" }, { "Condition": "Yes" }] }""", "true")]
    [InlineData("""{ "Fn::Not": [{ "Condition": "No" }] }""", "true")]
    [InlineData("""{ "Fn::Contains": [["5", "6"], "6"] }""", "true")]
    public void A_Function_Yields_Its_Value(string node, string expected) =>
        Assert.Equal(JsonNode.Parse(expected)!.ToJsonString(), Evaluate(node)!.ToJsonString());

    [Fact]
    public void NoValue_Leaves_Its_Member_Or_Element_Out()
    {
        var value = Evaluate("""{ "A": { "Fn::If": ["No", 1, { "Ref": "AWS::NoValue" }] }, "B": [{ "Ref": "AWS::NoValue" }, 2] }""");

        Assert.Equal("""{"B":[2]}""", value!.ToJsonString());
    }

    [Theory]
    [InlineData("""{ "Fn::Transform": { "Name": "X" } }""", "Template error: Fn::Transform is not supported")]
    [InlineData("""{ "Fn::Cidr": ["10.0.0.0/16", 2] }""", "Template error: Fn::Cidr must have a list of 3 elements")]
    [InlineData("""{ "Fn::Cidr": ["ten", 2, 8] }""", "Template error: Fn::Cidr needs a block such as 10.0.0.0/16, got ten")]
    [InlineData("""{ "Fn::Cidr": ["10.0.0.0/24", 2, 8] }""", "Template error: Fn::Cidr cannot make 2 blocks with 8 bits each from 10.0.0.0/24")]
    [InlineData("\"{{resolve:ssm:missing}}\"", "Parameters: [ssm:missing] cannot be found.")]
    [InlineData("""{ "Fn::Select": [2, ["a", "b"]] }""", "Template error: Fn::Select cannot select nonexistent value at index 2")]
    [InlineData("""{ "Fn::Join": ["-", "text"] }""", "Template error: Fn::Join requires a list")]
    [InlineData("""{ "Fn::Join": ["-", [["x"]]] }""", "Template error: every Fn::Join object requires a list of strings")]
    [InlineData("""{ "Fn::FindInMap": ["Map", "Top", "None"] }""", "Template error: Unable to get mapping for Map::Top::None")]
    [InlineData("""{ "Fn::Equals": [["x"], "x"] }""", "Template error: every Fn::Equals object must have string-valued arguments")]
    public void A_Function_That_Cannot_Be_Evaluated_Is_Named(string node, string message) =>
        Assert.Equal(message, Assert.Throws<FunctionException>(() => Evaluate(node)).Message);

    [Fact]
    public void References_Are_Found_In_Every_Function()
    {
        var node = JsonNode.Parse("""
            {
              "A": { "Ref": "One" },
              "B": { "Fn::Join": ["", [{ "Fn::GetAtt": "Two.Arn" }]] },
              "C": { "Fn::Sub": ["${Three}${Four.Arn}${Own}${!Not}", { "Own": { "Ref": "Five" } }] },
              "D": { "Fn::If": ["Yes", { "Ref": "Six" }, { "Ref": "Seven" }] }
            }
            """);

        var all = ReferenceFinder.In(node).Where(IsResource).Select(reference => reference.Name);
        var taken = ReferenceFinder.In(node, name => name == "Yes").Where(IsResource).Select(reference => reference.Name);

        Assert.Equal(["One", "Two", "Three", "Four", "Five", "Six", "Seven"], all);
        Assert.Equal(["One", "Two", "Three", "Four", "Five", "Six"], taken);

        static bool IsResource(Reference reference) => reference.Kind is ReferenceKind.Ref or ReferenceKind.Attribute;
    }

    private static JsonNode? Evaluate(string node) => new Evaluator(new Values()).Evaluate(JsonNode.Parse(node));

    private sealed class Values : IValues
    {
        public JsonNode? Ref(string name) => name switch
        {
            "Name" => "value",
            "AWS::Region" => "us-east-1",
            "AWS::NoValue" => null,
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "not told of it"),
        };

        public JsonNode? Attribute(string logicalId, string attribute) => $"{logicalId}/{attribute}";

        public bool Condition(string name) => name == "Yes";

        public JsonNode? Mapping(string map, string topLevelKey, string secondLevelKey) =>
            secondLevelKey == "None" ? null : $"{map}/{topLevelKey}/{secondLevelKey}";

        public string Import(string name) => $"import {name}";

        public string StackOutput(string stackName, string outputName, string? region) => $"{stackName}/{outputName}/{region}";

        public string? StoredParameter(string name) => name == "missing" ? null : $"stored {name}";
    }
}
