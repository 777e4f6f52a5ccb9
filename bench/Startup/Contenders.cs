using System.Diagnostics;
using System.Text.Json.Nodes;

namespace BatchResource.Bench.Startup;

/// <summary>Where everything that is measured lies in this repository.</summary>
internal static class Contenders
{
    private const string Handler = "BatchResource.Provider";

    private static readonly string Root = FindRoot();
    private static readonly string NodeModules = Path.Combine(Root, "bench", "node_modules");

    /// <summary>
    /// The function that CDK deploys for AwsCustomResource, with the SDK where Lambda's runtime has it: outside the function's code.
    /// </summary>
    public static Contender AwsCustomResource()
    {
        var code = Path.Combine(
            NodeModules, "aws-cdk-lib", "custom-resource-handlers", "dist", "custom-resources", "aws-custom-resource-handler");
        // A copy, since beside aws-cdk-lib the handler would find packages that its function does not have.
        var folder = Path.Combine(Root, "artifacts", "bench", "aws-custom-resource");
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.GetFiles(code))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
        var runtime = Path.Combine(Root, "bench", "node", "runtime.js");
        return new("AwsCustomResource, Node.js", "node", [runtime, Path.Combine(folder, "index.js")], folder, Events.ForAwsCustomResource)
        {
            Environment = new Dictionary<string, string>
            {
                ["NODE_PATH"] = NodeModules,
                // It would read the bundle of certificates that is built in; this way it reads the one that the provider reads.
                ["NODE_OPTIONS"] = "--use-openssl-ca",
            },
        };
    }

    /// <summary>The bundle that <c>make package</c> has made, and the one for the managed runtime that <c>eng/bench</c> makes.</summary>
    public static IEnumerable<Contender> PublishedProviders()
    {
        yield return Provider("BatchResource, Native AOT", Path.Combine(Root, "artifacts", "provider", "linux-x64"));
        var managed = Path.Combine(Root, "artifacts", "bench", "managed");
        if (Directory.Exists(managed))
            yield return Provider("BatchResource, ReadyToRun", managed);
    }

    /// <summary>A bundle given as NAME=FOLDER.</summary>
    public static Contender ProviderNamed(string argument) =>
        argument.Split('=', 2) is [var name, var folder]
            ? Provider(name, Path.GetFullPath(folder))
            : throw new ArgumentException($"a bundle must be given as NAME=FOLDER, got \"{argument}\"");

    public static IReadOnlyList<Floor> Floors() =>
    [
        new("a .NET process that prints a line", "dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "BatchResource.Floor.dll")]),
        new("a Node.js process that prints a line", "node", ["-e", "console.log('ready'); process.stdin.resume()"]),
    ];

    private static Contender Provider(string name, string folder)
    {
        var native = Path.Combine(folder, Handler);
        return File.Exists(native)
            ? new(name, native, [], folder, Events.ForProvider)
            : new(name, "dotnet", ["exec", Path.Combine(folder, Handler + ".dll")], folder, Events.ForProvider);
    }

    /// <summary>The version of an npm package that takes part.</summary>
    public static string PackageVersion(string package) =>
        (string)JsonNode.Parse(File.ReadAllText(Path.Combine(NodeModules, package, "package.json")))!["version"]!;

    /// <summary>The version of Node.js.</summary>
    public static string NodeVersion()
    {
        using var node = Process.Start(new ProcessStartInfo("node", ["--version"]) { RedirectStandardOutput = true })!;
        return node.StandardOutput.ReadToEnd().Trim().TrimStart('v');
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "BatchResource.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("the benchmark must run from its repository");
    }
}
