using System.Text.Json.Nodes;
using BatchResource.Tests.Shared;

namespace BatchResource.EndToEnd.Tests.Support;

/// <summary>
/// The cloud assembly of the sample app, with the published provider among its assets. The app runs once, in a process of its own, for all
/// tests of a run.
/// </summary>
internal static class SampleAssembly
{
    private static readonly Lazy<Task<string>> Synthesized = new(() => SynthesizeAsync("cdk.out", []));

    /// <summary>The <c>cdk.out</c> folder.</summary>
    public static Task<string> FolderAsync => Synthesized.Value;

    /// <summary>The folder of an app of its own, as <c>cdk deploy -c KEY=VALUE</c> would have it.</summary>
    public static Task<string> WithContextAsync(string key, string value) =>
        SynthesizeAsync($"cdk.{key}.out", [KeyValuePair.Create<string, JsonNode?>(key, value)]);

    private static async Task<string> SynthesizeAsync(string name, KeyValuePair<string, JsonNode?>[] context)
    {
        // .../tests/BatchResource.EndToEnd.Tests/bin/<configuration>/<framework>/
        var output = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var root = output.Parent!.Parent!.Parent!.Parent!.Parent!.FullName;
        var app = Path.Combine(root, "cdk", "app", "bin", output.Parent.Name, output.Name, "BatchResource.SampleApp.dll");
        var settings = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(root, "cdk.json")))!;
        var folder = Path.Combine(output.FullName, name);
        foreach (var (key, value) in context)
            settings["context"]![key] = value;
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);

        var (exitCode, written) = await CommandLine.RunAsync(
            root,
            "dotnet",
            [new("CDK_OUTDIR", folder), new("CDK_VALIDATION", "false"), new("CDK_CONTEXT_JSON", settings["context"]!.ToJsonString())],
            app);
        if (exitCode != 0)
            throw new InvalidOperationException($"the sample app cannot be synthesized:\n{written}");
        return folder;
    }
}
