using System.Text.Json;
using Amazon.CDK;
using Amazon.CDK.AWS.Lambda;
using Constructs;
using AssetOptions = Amazon.CDK.AWS.S3.Assets.AssetOptions;

namespace BatchResource.Cdk.Internal;

/// <summary>The provider's published bundle for one processor of Lambda. It is embedded in this assembly.</summary>
internal sealed class ProviderBundle
{
    private const string Extension = ".zip";

    private static readonly ProviderBundle X86 = new("linux-x64");
    private static readonly ProviderBundle Arm = new("linux-arm64");

    private readonly string name;
    private readonly Lazy<string> hash;

    private ProviderBundle(string name)
    {
        this.name = name;
        hash = new(() =>
        {
            using var content = Open(".json");
            using var manifest = JsonDocument.Parse(content);
            return manifest.RootElement.GetProperty("hash").GetString()!;
        });
    }

    /// <summary>The bundle for a processor; null when there is none.</summary>
    /// <param name="architecture">The processor's name in Lambda.</param>
    public static ProviderBundle? For(string architecture) => architecture switch
    {
        "x86_64" => X86,
        "arm64" => Arm,
        _ => null,
    };

    /// <summary>
    /// The bundle as a Lambda asset. Its hash is made from the bundle's sources. So the function is not deployed again when another linker
    /// lays out the same code differently.
    /// </summary>
    public Code AsCode(Construct scope)
    {
        var path = new AssemblyFolder(scope).PutNamed(hash.Value + Extension, file =>
        {
            using var content = Open(Extension);
            content.CopyTo(file);
        });
        return Code.FromAsset(path, new AssetOptions { AssetHash = hash.Value, AssetHashType = AssetHashType.CUSTOM });
    }

    private Stream Open(string extension) =>
        typeof(ProviderBundle).Assembly.GetManifestResourceStream($"BatchResource.Provider.{name}{extension}")
        ?? throw new InvalidOperationException(
            $"this build of BatchResource.Cdk contains no provider for {name}: run 'make package' and build it again");
}
