using System.IO.Compression;
using BatchResource.Local.Assemblies;
using BatchResource.Local.S3;

namespace BatchResource.Local;

/// <summary>Publishes the assets of stacks, as <c>cdk deploy</c> does before it calls CloudFormation.</summary>
internal static class AssetPublisher
{
    /// <summary>Publishes the assets of a stack. What is there already is not sent again, since a key is the hash of its content.</summary>
    public static void Publish(AssemblyStack stack, ILocalBuckets buckets)
    {
        foreach (var asset in stack.Assets.Where(asset => buckets.FindFile(asset.Bucket, asset.Key) is null))
        {
            buckets.Create(asset.Bucket);
            if (File.Exists(asset.Path))
                buckets.Upload(asset.Bucket, asset.Key, asset.Path);
            else
                UploadZipped(asset, buckets);
        }
    }

    private static void UploadZipped(FileAsset asset, ILocalBuckets buckets)
    {
        var zip = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            ZipFile.CreateFromDirectory(asset.Path, zip);
            buckets.Upload(asset.Bucket, asset.Key, zip);
        }
        finally
        {
            File.Delete(zip);
        }
    }
}
