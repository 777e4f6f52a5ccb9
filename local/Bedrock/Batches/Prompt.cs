using System.Text.Json.Nodes;

namespace BatchResource.Local.Bedrock.Batches;

/// <summary>Finds the prompt in a model's input.</summary>
internal static class Prompt
{
    /// <summary>The text of the last message, the prompt of models that take one, or the whole input.</summary>
    public static string Of(JsonObject input)
    {
        if (input["messages"] is JsonArray { Count: > 0 } messages && messages[^1] is JsonObject last)
            return TextOf(last["content"]);
        return TextOrNull(input["inputText"]) ?? TextOrNull(input["prompt"]) ?? input.ToJsonString();
    }

    private static string TextOf(JsonNode? content) => content switch
    {
        JsonArray parts => string.Join('\n', parts.Select(part => TextOrNull((part as JsonObject)?["text"])).OfType<string>()),
        _ => TextOrNull(content) ?? "",
    };

    private static string? TextOrNull(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
