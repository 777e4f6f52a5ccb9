using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BatchResource.Local.Ground;

namespace BatchResource.Local.S3;

/// <summary>
/// Keeps the metadata of objects in a hidden folder beside the buckets. An object may be put there with any tool, and may be changed
/// with any: then its metadata are made from what its file shows.
/// </summary>
internal sealed class MetadataFolder(BucketFolder buckets)
{
    private readonly string root = Path.Combine(buckets.Root, ".metadata");

    /// <summary>Writes down the metadata of an object that is in its place.</summary>
    public void Write(string bucket, string key, ObjectMetadata metadata)
    {
        var path = PathOf(bucket, key);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var file = new FileInfo(buckets.PathOf(bucket, key));
        AtomicFile.Write(path, JsonSerializer.Serialize(new Entry(file.Length, file.LastWriteTimeUtc.Ticks, metadata)));
    }

    /// <summary>The metadata of an object that exists.</summary>
    public ObjectMetadata Read(string bucket, string key)
    {
        var file = new FileInfo(buckets.PathOf(bucket, key));
        if (Known(PathOf(bucket, key)) is { } known && (known.Size, known.Written) == (file.Length, file.LastWriteTimeUtc.Ticks))
            return known.Metadata;
        using var content = buckets.OpenRead(bucket, key) ?? throw new FileNotFoundException(file.FullName);
        var metadata = new ObjectMetadata { ETag = Hash(content) };
        Write(bucket, key, metadata);
        return metadata;
    }

    /// <summary>Forgets the metadata of an object.</summary>
    public void Delete(string bucket, string key)
    {
        var path = PathOf(bucket, key);
        if (File.Exists(path))
            File.Delete(path);
    }

    /// <summary>Forgets the metadata of a bucket's objects.</summary>
    public void Delete(string bucket)
    {
        var folder = Path.Combine(root, bucket);
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    private static Entry? Known(string path)
    {
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<Entry>(File.ReadAllText(path)) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

#pragma warning disable CA5351 // Entity tags are MD5: nothing is protected by them.
    private static string Hash(Stream content) => Convert.ToHexStringLower(MD5.HashData(content));
#pragma warning restore CA5351

    private string PathOf(string bucket, string key) =>
        Path.Combine(root, bucket, $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))}.json");

    private sealed record Entry(long Size, long Written, ObjectMetadata Metadata);
}
