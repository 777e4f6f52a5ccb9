using System.Text.Json.Nodes;

namespace BatchResource.Local.Bedrock.Models;

/// <summary>What a model makes of an input: an output, or an error message.</summary>
internal sealed record ModelReply(JsonObject? Output, string? Error, int InputTokens = 0, int OutputTokens = 0)
{
    public static ModelReply Refuse(string message) => new(Output: null, message);
}
