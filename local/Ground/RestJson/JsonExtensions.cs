using System.Text.Json.Nodes;

namespace BatchResource.Local.Ground.RestJson;

/// <summary>Reads members of an input whose types the service model has already settled.</summary>
internal static class JsonExtensions
{
    public static string Text(this JsonObject input, string name) => input[name]!.GetValue<string>();

    public static string? TextOrNull(this JsonObject? input, string name) => input?[name]?.GetValue<string>();

    public static IReadOnlyList<string> Texts(this JsonObject input, string name) =>
        [.. input[name]!.AsArray().Select(item => item!.GetValue<string>())];
}
