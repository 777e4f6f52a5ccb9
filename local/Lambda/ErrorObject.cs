using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BatchResource.Local.Lambda;

/// <summary>The JSON object that stands for an error of a function.</summary>
internal static class ErrorObject
{
    public static byte[] Create(string type, string message) =>
        Encoding.UTF8.GetBytes(new JsonObject { ["errorType"] = type, ["errorMessage"] = message }.ToJsonString());

    public static string? TypeOf(ReadOnlyMemory<byte> body) => Member(body, "errorType");

    public static string? MessageOf(ReadOnlyMemory<byte> body) => Member(body, "errorMessage");

    /// <summary>A process may report anything; what is no such object has no members.</summary>
    private static string? Member(ReadOnlyMemory<byte> body, string name)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty(name, out var member)
                && member.ValueKind == JsonValueKind.String
                ? member.GetString()
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
