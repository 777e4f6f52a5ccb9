using System.Text.Json;
using BatchResource.Contract;

namespace BatchResource.Local.Bedrock.Models;

/// <summary>The way of Anthropic's models.</summary>
internal sealed class AnthropicRefusal : IRefusal
{
    public string Missing(string place, string name) =>
        $"{(place.Length == 0 ? name : $"{place.Replace('/', '.')}.{name}")}: Field required";

    public string Wrong(string name, JsonElement value, MemberRule rule) => (rule.Values, rule.Type, value.ValueKind) switch
    {
        ({ } values, _, _) => $"{name}: Input should be {string.Join(" or ", values.Select(allowed => $"'{allowed}'"))}",
        (_, MemberType.Number, _) => $"{name}: Input should be a valid integer",
        (_, MemberType.FilledArray, JsonValueKind.Array) => $"{name}: at least one message is required",
        (_, MemberType.FilledArray, _) => $"{name}: Input should be a valid list",
        _ => $"{name}: Input should be a valid string",
    };

    public string Extra(string name) => $"{name}: Extra inputs are not permitted";

    public string NoMessage(int index, JsonElement value) => $"messages.{index}: Input should be a valid dictionary";

    public string NoBlocks(int index, JsonElement value) => $"messages.{index}.content: Input should be a valid list";
}
