using System.Text.Json;

namespace BatchResource.Contract.Tests.Records;

/// <summary>A member of a request body is held to its type, or to its only values, and a message says what it is instead.</summary>
public sealed class MemberRuleTests
{
    [Theory]
    [InlineData("Text", "\"x\"", true)]
    [InlineData("Text", "\"\"", false)]
    [InlineData("Text", "1", false)]
    [InlineData("Text", "null", false)]
    [InlineData("Text", "[1]", false)]
    [InlineData("Number", "1", true)]
    [InlineData("Number", "0.5", true)]
    [InlineData("Number", "\"1\"", false)]
    [InlineData("Number", "null", false)]
    [InlineData("FilledArray", "[1]", true)]
    [InlineData("FilledArray", "[]", false)]
    [InlineData("FilledArray", "{\"a\":1}", false)]
    [InlineData("FilledArray", "\"x\"", false)]
    [InlineData("FilledArray", "null", false)]
    [InlineData("Any", "\"\"", true)]
    [InlineData("Any", "[]", true)]
    [InlineData("Any", "false", true)]
    [InlineData("Any", "null", false)]
    public void A_Value_Is_Right_By_Its_Type(string type, string json, bool isRight) =>
        Assert.Equal(isRight, MemberRule.Required(Enum.Parse<MemberType>(type), "member").IsRight(Value(json)));

    [Theory]
    [InlineData("\"256\"", true)]
    [InlineData("512", true)]
    [InlineData("500", false)]
    [InlineData("5120", false)]
    [InlineData("[]", false)]
    [InlineData("null", false)]
    public void A_Rule_With_Values_Takes_No_Other(string json, bool isRight)
    {
        var rule = MemberRule.Required(MemberType.Number, "dimensions") with { Values = ["256", "512"] };

        Assert.Equal(isRight, rule.IsRight(Value(json)));
        Assert.Equal("256 or 512", rule.Allowed);
    }

    [Theory]
    [InlineData("Text", "a text that is not empty")]
    [InlineData("Number", "a number")]
    [InlineData("FilledArray", "an array that is not empty")]
    [InlineData("Any", "a value")]
    public void What_Is_Allowed_Is_Said_In_Words(string type, string allowed) =>
        Assert.Equal(allowed, MemberRule.Required(Enum.Parse<MemberType>(type), "member").Allowed);

    [Theory]
    [InlineData("{\"a\":1}", "an object")]
    [InlineData("{}", "an object")]
    [InlineData("[1]", "an array")]
    [InlineData("[]", "an empty array")]
    [InlineData("\"\"", "an empty text")]
    [InlineData("\"long\"", "a string")]
    [InlineData("\"x\"", "\"x\"")]
    [InlineData("100", "100")]
    [InlineData("1000000", "a number")]
    [InlineData("true", "a boolean")]
    [InlineData("false", "a boolean")]
    [InlineData("null", "null")]
    public void What_Came_Is_Said_In_Words(string json, string description) => Assert.Equal(description, Value(json).Description);

    [Fact]
    public void A_Member_That_Is_Missing_Is_Not_There()
    {
        Assert.False(default(MemberValue).IsThere);
        Assert.True(Value("null").IsThere);
    }

    /// <summary>What a reader finds of a value; of texts and numbers it keeps those of up to three characters.</summary>
    private static MemberValue Value(string json)
    {
        var value = JsonSerializer.Deserialize<JsonElement>(json);
        return value.ValueKind switch
        {
            JsonValueKind.Object => new(JsonTokenType.StartObject, json == "{}", null),
            JsonValueKind.Array => new(JsonTokenType.StartArray, value.GetArrayLength() == 0, null),
            JsonValueKind.String => new(JsonTokenType.String, value.GetString() == "", Short(value.GetString()!)),
            JsonValueKind.Number => new(JsonTokenType.Number, false, Short(json)),
            JsonValueKind.True => new(JsonTokenType.True, false, null),
            JsonValueKind.False => new(JsonTokenType.False, false, null),
            _ => new(JsonTokenType.Null, false, null),
        };
    }

    private static string? Short(string text) => text.Length is > 0 and <= 3 ? text : null;
}
