using System.Text.Json;

namespace BatchResource.Local.Bedrock.Models;

/// <summary>Finds the prompt in a model's input.</summary>
internal static class Prompt
{
    private static readonly string[] Members = ["inputText", "prompt", "message"];
    private static readonly string[] Media = ["inputImage", "images", "inputs"];

    /// <summary>The text of the last message, the prompt of models that take one, the texts to embed, or else the whole input.</summary>
    public static string Of(JsonElement input)
    {
        if (Array(input, "messages") is [.., var last])
            return last.ValueKind == JsonValueKind.Object ? Content(last) : "";
        foreach (var member in Members)
        {
            if (input.TryGetProperty(member, out var text) && text.ValueKind == JsonValueKind.String)
                return text.GetString()!;
        }
        return Array(input, "texts") is { Count: > 0 } texts
            ? string.Join('\n', texts.Where(text => text.ValueKind == JsonValueKind.String).Select(text => text.GetString()))
            : Media.Any(member => input.TryGetProperty(member, out _)) ? "" : input.GetRawText();
    }

    private static IReadOnlyList<JsonElement> Array(JsonElement input, string member) =>
        input.TryGetProperty(member, out var array) && array.ValueKind == JsonValueKind.Array ? [.. array.EnumerateArray()] : [];

    private static string Content(JsonElement message)
    {
        if (!message.TryGetProperty("content", out var content))
            return "";
        return content.ValueKind switch
        {
            JsonValueKind.String => content.GetString()!,
            JsonValueKind.Array => string.Join('\n', content.EnumerateArray().Select(TextOrNull).OfType<string>()),
            _ => "",
        };
    }

    private static string? TextOrNull(JsonElement block) =>
        block.ValueKind == JsonValueKind.Object && block.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String
            ? text.GetString()
            : null;
}
