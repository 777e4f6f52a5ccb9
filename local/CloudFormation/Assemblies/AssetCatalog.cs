using System.Collections.Concurrent;

namespace BatchResource.Local.CloudFormation.Assemblies;

/// <summary>Where on this machine the published assets are.</summary>
internal sealed class AssetCatalog
{
    private readonly ConcurrentDictionary<(string Bucket, string Key), string> paths = new();

    /// <summary>Makes an asset known.</summary>
    public void Add(FileAsset asset) => paths[(asset.Bucket, asset.Key)] = asset.Path;

    /// <summary>The file or folder, or null.</summary>
    public string? Find(string bucket, string key) => paths.GetValueOrDefault((bucket, key));
}
