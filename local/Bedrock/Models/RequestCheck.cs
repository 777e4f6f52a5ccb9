using System.Text.Json;
using BatchResource.Contract;

namespace BatchResource.Local.Bedrock.Models;

/// <summary>
/// Holds a request to the rules of its family, those that the construct checks records by, and refuses it in the family's words.
/// </summary>
internal sealed class RequestCheck(ModelFamily family, JsonElement input)
{
    private const string BothSamplings = "`temperature` and `top_p` cannot both be specified for this model. Please use only one.";

    private readonly IRefusal refusal = family.Form == ModelForm.Anthropic ? new AnthropicRefusal() : new SchemaRefusal();

    /// <summary>What is wrong with the request, or null.</summary>
    /// <param name="family">The form that it must have.</param>
    /// <param name="input">The request.</param>
    /// <param name="refusesBoth">Whether the model refuses two ways of sampling at once, in whatever form they come.</param>
    public static string? ProblemOf(ModelFamily family, JsonElement input, bool refusesBoth)
    {
        var check = new RequestCheck(family, input);
        return family.Rules.Select(check.ProblemOf).FirstOrDefault(problem => problem is not null)
            ?? (family.HasMessages ? check.MessageProblem() : null)
            ?? (refusesBoth && family.Form == ModelForm.Converse && HasBothSamplings(input)
                ? $"The model returned the following errors: {BothSamplings}"
                : null);
    }

    private string? ProblemOf(MemberRule rule)
    {
        string[] there = [.. rule.Names.Where(name => input.TryGetProperty(name, out _))];
        return rule.Check switch
        {
            MemberCheck.Required when there.Length == 0 => refusal.Missing("", rule.Names[0]),
            MemberCheck.Required or MemberCheck.Optional when there.Length > 0 && !there.Any(name => rule.IsRight(ValueOf(name))) =>
                refusal.Wrong(there[0], input.GetProperty(there[0]), rule),
            // Converse ignores what it does not know, but for the two that the documentation names.
            MemberCheck.Forbidden when there.Length > 0 && !(rule.IsWarning && family.Form == ModelForm.Converse) =>
                refusal.Extra(there[0]),
            MemberCheck.NotTogether when there.Length == rule.Names.Count => BothSamplings,
            _ => null,
        };
    }

    private string? MessageProblem()
    {
        var index = 0;
        foreach (var message in input.GetProperty("messages").EnumerateArray())
        {
            if (message.ValueKind != JsonValueKind.Object)
                return refusal.NoMessage(index, message);
            foreach (var member in (string[])["role", "content"])
            {
                if (!message.TryGetProperty(member, out _))
                    return refusal.Missing($"messages/{index}", member);
            }
            if (family.HasContentBlocks && message.GetProperty("content").ValueKind != JsonValueKind.Array)
                return refusal.NoBlocks(index, message.GetProperty("content"));
            index++;
        }
        return null;
    }

    private MemberValue ValueOf(string name)
    {
        var value = input.GetProperty(name);
        return value.ValueKind switch
        {
            JsonValueKind.String => new(JsonTokenType.String, value.GetString()!.Length == 0, value.GetString()),
            JsonValueKind.Number => new(JsonTokenType.Number, IsEmpty: false, value.GetRawText()),
            JsonValueKind.Array => new(JsonTokenType.StartArray, value.GetArrayLength() == 0, Raw: null),
            JsonValueKind.Object => new(JsonTokenType.StartObject, value.GetPropertyCount() == 0, Raw: null),
            JsonValueKind.Null => new(JsonTokenType.Null, IsEmpty: false, Raw: null),
            _ => new(JsonTokenType.True, IsEmpty: false, Raw: null),
        };
    }

    private static bool HasBothSamplings(JsonElement input) =>
        input.TryGetProperty("inferenceConfig", out var config) && config.ValueKind == JsonValueKind.Object
        && config.TryGetProperty("temperature", out _) && config.TryGetProperty("topP", out _);
}
