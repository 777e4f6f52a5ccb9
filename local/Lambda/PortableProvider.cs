using System.Text.Json;

namespace BatchResource.Local.Lambda;

/// <summary>
/// The provider as assemblies that run wherever .NET does. It travels inside this assembly, for machines that cannot run the program in a
/// template's asset: macOS, Windows, and Linux on the other processor.
/// </summary>
internal sealed class PortableProvider(BundleStore bundles)
{
    /// <summary>The provider's handler and, with it, the name of its assembly.</summary>
    public const string Handler = "BatchResource.Provider";

    private const string Resource = "BatchResource.Provider.portable";
    private const string Manifest = "bundle.json";

    /// <summary>The hash of the sources that it was made from; the bundle of every processor names the same.</summary>
    public static string Sources { get; } = SourcesIn(Open(".json"));

    /// <summary>The folder to run instead of a bundle's.</summary>
    /// <param name="folder">The bundle's folder.</param>
    /// <param name="compiledFor">What the program in it runs on.</param>
    /// <param name="machine">This machine, which is something else.</param>
    /// <exception cref="PlatformNotSupportedException">The bundle is not the provider of this version.</exception>
    public string StandInFor(string folder, string compiledFor, Machine machine)
    {
        var problem = $"the bundle holds a program for {compiledFor}, which this machine ({machine.Name}) cannot run";
        var manifest = Path.Combine(folder, Manifest);
        if (!File.Exists(manifest))
            throw new PlatformNotSupportedException($"{problem}: give the function a bundle of assemblies, or one for this machine");
        if (SourcesIn(File.OpenRead(manifest)) != Sources)
        {
            throw new PlatformNotSupportedException(
                $"{problem}, and the portable provider in BatchResource.Local is of another version: "
                + "refer to BatchResource.Cdk and BatchResource.Local in the same version, and synthesize again");
        }
        return bundles.FolderOf(Open(".zip"));
    }

    private static string SourcesIn(Stream manifest)
    {
        using (manifest)
        using (var content = JsonDocument.Parse(manifest))
            return content.RootElement.TryGetProperty("sources", out var sources) ? sources.GetString() ?? "" : "";
    }

    private static Stream Open(string extension) => typeof(PortableProvider).Assembly.GetManifestResourceStream(Resource + extension)
        ?? throw new InvalidOperationException($"this build of BatchResource.Local carries no {Resource}{extension}");
}
