using System.Text;
using System.Text.Json;
using BatchResource.Contract;

namespace BatchResource.Local.Bedrock.Models;

/// <summary>Finds half of a surrogate pair in a request: no model can read it.</summary>
internal static class TextCheck
{
    /// <summary>What is wrong with the texts and names of the request, or null.</summary>
    public static string? ProblemOf(JsonElement input)
    {
        var raw = input.GetRawText();
        if (!raw.Contains("\\ud", StringComparison.OrdinalIgnoreCase))
            return null;
        var json = new Utf8JsonReader(Encoding.UTF8.GetBytes(raw));
        while (json.Read())
        {
            if (json.TokenType is JsonTokenType.String or JsonTokenType.PropertyName
                && json.ValueIsEscaped && Surrogates.AreBrokenIn(json.ValueSpan))
                return "The request body is not valid JSON: no low surrogate in string";
        }
        return null;
    }
}
