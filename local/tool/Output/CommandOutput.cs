using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BatchResource.Local.Tool.Output;

/// <summary>What a command writes: lines and tables for people, or one JSON document for programs.</summary>
/// <param name="Terminal">Where people read.</param>
/// <param name="IsJson">Programs read.</param>
internal sealed record CommandOutput(Terminal Terminal, bool IsJson)
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static CommandOutput Standard(bool isJson) => new(Terminal.Standard(), isJson);

    public void Json(JsonNode document) => Terminal.Verbatim(document.ToJsonString(Readable));
}
