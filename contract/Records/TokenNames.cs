using System.Text.Json;

namespace BatchResource.Contract;

/// <summary>The names of JSON's types in messages.</summary>
internal static class TokenNames
{
    public static string Of(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "a number",
        JsonTokenType.True or JsonTokenType.False => "a boolean",
        _ => "null",
    };
}
