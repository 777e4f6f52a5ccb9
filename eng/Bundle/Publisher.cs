using System.Text.RegularExpressions;

namespace BatchResource.Bundle;

/// <summary>Publishes the provider in one way, in a build tree of its own: it restores what the solution's builds do not.</summary>
internal sealed class Publisher(BundleOptions options, string runtime, Compiler compiler)
{
    // No symbols, no documentation and no revision: a bundle changes when the code does.
    private static readonly string[] Properties =
    [
        "-p:DebugType=none",
        "-p:GenerateDocumentationFile=false",
        "-p:IncludeSourceRevisionInInformationalVersion=false",
        "-p:PublishReferencesDocumentationFiles=false",
    ];

    private string BuildTree => Path.Combine(options.Root, "artifacts", "build", $"{runtime}-{compiler}");

    /// <summary>Where the bundle that was made last is kept, and its manifest.</summary>
    public string Made(string extension) => Path.Combine(BuildTree, $"bundle.{extension}");

    private string AssetsFile => Path.Combine(BuildTree, "obj", "BatchResource.Provider", "project.assets.json");

    private IEnumerable<string> Common =>
    [
        options.Project, "--artifacts-path", BuildTree, .. runtime == "portable" ? Array.Empty<string>() : ["-r", runtime],
        $"-p:ProviderCompiler={compiler}", .. options.BuildProperties, "-nodeReuse:false", "-v:quiet", "-nologo", "-tl:off",

        // They see these sources in the solution's build.
        "-p:RunAnalyzers=false",
    ];

    /// <summary>Restores.</summary>
    /// <returns>Why this way of publishing is not possible with this package source; null when it is.</returns>
    /// <exception cref="PublishException">It fails for another reason.</exception>
    public string? Restore()
    {
        var restore = Tool.Run(options.Dotnet, ["restore", .. Common]);
        if (restore.Succeeded)
            return null;
        // NU1101 to NU1103: no such package, or no such version of it.
        if (Regex.Match(restore.Output, @"NU110[123].*?((runtime\.[a-z0-9-]+\.)?Microsoft\.(DotNet\.ILCompiler|NETCore\.App\.[A-Za-z0-9.-]+))\b")
            is { Success: true } absent)
            return $"the package source does not carry {absent.Groups[1].Value}";
        throw new PublishException($"the provider cannot be restored:\n{restore.Output}");
    }

    /// <summary>The manifest of what would be published; after the restore.</summary>
    public Manifest Describe()
    {
        var sources = Sources.Hash(options.Project, AssetsFile, options.Root);
        var hash = Sources.HashOf([runtime, compiler.ToString(), options.DotnetVersion, sources, .. Properties]);
        return new Manifest(runtime, compiler, options.DotnetVersion, sources, hash);
    }

    /// <summary>Publishes; after the restore.</summary>
    /// <param name="linker">The properties that name a linker.</param>
    /// <returns>The folder, which holds nothing else.</returns>
    /// <exception cref="PublishException">It fails.</exception>
    public string Publish(IReadOnlyList<string> linker)
    {
        var folder = Path.Combine(BuildTree, "bundle");
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        string[] kind = compiler == Compiler.Native ? ["--self-contained", .. linker] : ["--no-self-contained", "-p:UseAppHost=false"];
        var publish = Tool.Run(options.Dotnet, ["publish", .. Common, .. Properties, .. kind, "-c", "Release", "-o", folder, "--no-restore"]);
        if (!publish.Succeeded)
            throw new PublishException($"the provider cannot be published for {runtime}:\n{publish.Output}");
        foreach (var symbols in Directory.GetFiles(folder, "*.dbg"))
            File.Delete(symbols);
        return folder;
    }
}
