using System.Text.Json.Nodes;

namespace BatchResource.Local.Bedrock.Models;

/// <summary>
/// <see href="https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-openai.html">OpenAI's chat completion</see>, which the
/// models of several makers return.
/// </summary>
internal sealed class ChatCompletion : IEchoModel
{
    public JsonObject Answer(EchoCall call) => new()
    {
        ["choices"] = new JsonArray(new JsonObject
        {
            ["finish_reason"] = "stop",
            ["index"] = 0,
            ["logprobs"] = null,
            ["message"] = new JsonObject { ["content"] = call.Text, ["refusal"] = null, ["role"] = "assistant" },
        }),
        ["created"] = call.Time.ToUnixTimeSeconds(),
        ["id"] = $"chatcmpl-{call.Id(24)}",
        ["model"] = call.ModelId,
        ["object"] = "chat.completion",
        ["usage"] = new JsonObject
        {
            ["completion_tokens"] = call.OutputTokens,
            ["prompt_tokens"] = call.InputTokens,
            ["total_tokens"] = call.InputTokens + call.OutputTokens,
        },
    };
}
