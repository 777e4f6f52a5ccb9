using System.Text.Json;

namespace BatchResource.Bundle;

/// <summary>What a bundle is. It lies in the bundle as <c>bundle.json</c>, and beside it.</summary>
/// <param name="Runtime">What it was asked for: <c>linux-x64</c>, <c>linux-arm64</c> or <c>portable</c>.</param>
/// <param name="Compiler"><c>native</c>, <c>readyToRun</c> or <c>il</c>.</param>
/// <param name="Dotnet">The version of .NET that it was compiled with, and that a native one holds.</param>
/// <param name="Sources">The hash of its sources and packages, equal for the bundles of all runtimes.</param>
/// <param name="Hash">The hash of all of this. A function is deployed again when it changes.</param>
internal sealed record Manifest(string Runtime, Compiler Compiler, string Dotnet, string Sources, string Hash)
{
    public const string FileName = "bundle.json";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        NewLine = "\n",
        WriteIndented = true,
    };

    /// <summary>The manifest in a file; null when there is none, or an older tool's.</summary>
    public static Manifest? Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<Manifest>(File.ReadAllText(path), Options);
        }
        catch (Exception e) when (e is IOException or JsonException)
        {
            return null;
        }
    }

    public void Write(string path) => File.WriteAllText(path, JsonSerializer.Serialize(this, Options) + "\n");
}
