using System.Text;
using System.Text.Json.Nodes;

namespace BatchResource.Local.Events;

/// <summary>Where a rule sends the events that it selects, and what of them.</summary>
internal sealed record EventTarget
{
    public required string Arn { get; init; }

    /// <summary>A constant text in place of the event.</summary>
    public string? Input { get; init; }

    /// <summary>The part of the event to send, such as <c>$.detail</c>.</summary>
    public string? InputPath { get; init; }

    /// <summary>Names for parts of the event, for use in <see cref="InputTemplate"/>.</summary>
    public IReadOnlyDictionary<string, string> InputPaths { get; init; } = new Dictionary<string, string>();

    /// <summary>A text with <c>&lt;name&gt;</c> for the parts of <see cref="InputPaths"/>.</summary>
    public string? InputTemplate { get; init; }

    /// <summary>What the target gets.</summary>
    public string Payload(JsonObject e)
    {
        if (Input is not null)
            return Input;
        if (InputTemplate is not null)
            return Filled(e);
        return (InputPath is null ? e : Part(e, InputPath))?.ToJsonString() ?? "null";
    }

    /// <summary>Inside quotation marks a part stands as text, outside of them as JSON.</summary>
    private string Filled(JsonObject e)
    {
        var result = new StringBuilder();
        var isQuoted = false;
        for (var i = 0; i < InputTemplate!.Length; i++)
        {
            var end = InputTemplate[i] == '<' ? InputTemplate.IndexOf('>', i) : -1;
            if (end > 0 && InputPaths.TryGetValue(InputTemplate[(i + 1)..end], out var path))
            {
                var part = Part(e, path);
                result.Append(isQuoted && part is JsonValue ? part.ToString() : part?.ToJsonString() ?? "");
                i = end;
                continue;
            }

            if (InputTemplate[i] == '"' && (i == 0 || InputTemplate[i - 1] != '\\'))
                isQuoted = !isQuoted;
            result.Append(InputTemplate[i]);
        }

        return result.ToString();
    }

    private static JsonNode? Part(JsonObject e, string path) => path.Split('.').Skip(1)
        .Aggregate<string, JsonNode?>(e, (node, name) => (node as JsonObject)?[name]);
}
