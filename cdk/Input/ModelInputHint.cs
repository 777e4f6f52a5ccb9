using System.Text;
using System.Text.Json;
using BatchResource.Contract;

namespace BatchResource.Cdk.Internal;

/// <summary>Guesses what the author meant, for a record that lacks a required member.</summary>
internal static class ModelInputHint
{
    public static string? For(ModelFamily family, List<string> missing, ReadOnlySpan<byte> line)
    {
        var found = MembersOf(line);
        var near = found.Find(name => missing.Exists(wanted => IsNear(name, wanted)));
        return near is not null ? $": it has \"{near}\", which is spelled differently"
            : found.Contains("anthropic_version") ? $": this is the form of Claude ({nameof(BatchRecord)}.{nameof(BatchRecord.Anthropic)})"
            : !family.HasContentBlocks && (found.Contains("inferenceConfig") || found.Contains("system"))
                ? $": if this is the form of Converse, set {nameof(BatchInferenceJobProps.InvocationType)} to "
                    + $"{nameof(ModelInvocationType)}.{nameof(ModelInvocationType.Converse)}"
            : null;
    }

    private static bool IsNear(string name, string wanted) => wanted.Split(" or ").Any(one =>
        string.Equals(Plain(name), Plain(one), StringComparison.OrdinalIgnoreCase));

    private static string Plain(string name) => name.Replace("_", string.Empty, StringComparison.Ordinal);

    private static List<string> MembersOf(ReadOnlySpan<byte> line)
    {
        var json = new Utf8JsonReader(line, new JsonReaderOptions { MaxDepth = 1_000 });
        List<string> members = [];
        var isInModelInput = false;
        while (json.Read())
        {
            if (json.TokenType == JsonTokenType.PropertyName && json.CurrentDepth == 1)
            {
                isInModelInput = json.ValueTextEquals("modelInput"u8);
            }
            else if (json.TokenType == JsonTokenType.PropertyName && json.CurrentDepth == 2 && isInModelInput)
            {
                members.Add(Encoding.UTF8.GetString(json.ValueSpan));
            }
        }

        return members;
    }
}
