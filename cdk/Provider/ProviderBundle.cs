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
    private const string Extension = ".zip";

    private static readonly Lazy<string> Hash = new(() =>
    {
        using var content = Open();
        return Convert.ToHexStringLower(SHA256.HashData(content));
    });

    /// <summary>
    /// The bundle as a Lambda asset. The asset's hash is the content's, wherever the bundle was built and the app is synthesized.
    /// </summary>
    public static Code AsCode(Construct scope)
    {
        var folder = new AssemblyFolder(scope);
        var path = folder.PathOf(Hash.Value + Extension);
        if (!File.Exists(path))
        {
            using var content = Open();
            path = folder.Put(Extension, content.CopyTo);
        }

        return Code.FromAsset(path, new AssetOptions { AssetHash = Hash.Value, AssetHashType = AssetHashType.CUSTOM });
    }

    private static Stream Open() => typeof(ProviderBundle).Assembly.GetManifestResourceStream(ResourceName)
        ?? throw new InvalidOperationException(
            $"this build of BatchResource.Cdk carries no provider ({ResourceName}): run 'make package' and build it again");
}
