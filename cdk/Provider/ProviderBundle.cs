using System.Security.Cryptography;
using Amazon.CDK;
using Amazon.CDK.AWS.Lambda;
using Constructs;
using AssetOptions = Amazon.CDK.AWS.S3.Assets.AssetOptions;

namespace BatchResource.Cdk.Internal;

/// <summary>The provider's published bundle, which travels inside this assembly.</summary>
internal static class ProviderBundle
{
    private const string ResourceName = "BatchResource.Provider.zip";

    private static readonly Lazy<byte[]> Content = new(Read);
    private static readonly Lazy<string> ContentHash = new(() => Convert.ToHexStringLower(SHA256.HashData(Content.Value)));

    /// <summary>
    /// The bundle as a Lambda asset. The CDK wants a file: it is put into the cloud assembly's own folder, which is the app's to write
    /// and lives as long as the asset does. Its hash is the content's, wherever it was built.
    /// </summary>
    public static Code AsCode(Construct scope)
    {
        var directory = Directory.CreateDirectory(Path.Combine(Stage.Of(scope)!.AssetOutdir, ".batch-resource"));
        var path = Path.Combine(directory.FullName, $"{ContentHash.Value}.zip");
        if (!File.Exists(path))
        {
            WriteAtomically(path);
        }

        return Code.FromAsset(path, new AssetOptions { AssetHash = ContentHash.Value, AssetHashType = AssetHashType.CUSTOM });
    }

    // Two apps may synthesize into one folder at once; neither must see half of a file.
    private static void WriteAtomically(string path)
    {
        var partial = $"{path}.{Path.GetRandomFileName()}";
        File.WriteAllBytes(partial, Content.Value);
        File.Move(partial, path, overwrite: true);
    }

    private static byte[] Read()
    {
        using var resource = typeof(ProviderBundle).Assembly.GetManifestResourceStream(ResourceName)
            ?? throw new InvalidOperationException(
                $"this build of BatchResource.Cdk carries no provider ({ResourceName}): run 'make package' and build it again");
        var content = new byte[resource.Length];
        resource.ReadExactly(content);
        return content;
    }
}
