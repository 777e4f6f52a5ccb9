using System.Text.Json;
using System.Text.Json.Nodes;

namespace BatchResource.Local.Bedrock.Models;

/// <summary>
/// <see href="https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-cohere-command-r-plus.html">Cohere Command R</see>,
/// which returns the conversation with its answer.
/// </summary>
internal sealed class CohereCommandR : IEchoModel
{
    public JsonObject Answer(EchoCall call)
    {
        var history = new JsonArray();
        if (call.Input.TryGetProperty("chat_history", out var earlier) && earlier.ValueKind == JsonValueKind.Array)
        {
            foreach (var turn in earlier.EnumerateArray())
                history.Add(JsonNode.Parse(turn.GetRawText()));
        }
        history.Add((JsonNode)new JsonObject { ["role"] = "USER", ["message"] = call.Prompt });
        history.Add((JsonNode)new JsonObject { ["role"] = "CHATBOT", ["message"] = call.Text });
        return new JsonObject
        {
            ["response_id"] = $"{call.Id(32)}/response",
            ["text"] = call.Text,
            ["generation_id"] = call.Id(32),
            ["chat_history"] = history,
            ["finish_reason"] = "COMPLETE",
        };
    }
}
