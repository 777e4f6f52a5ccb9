using System.Text;
using BatchResource.Local.S3;

namespace BatchResource.Local.Tests.S3;

/// <summary>Buckets in a folder of their own, gone with the test.</summary>
internal sealed class TemporaryBuckets : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("batchresource-s3-").FullName;

    public TemporaryBuckets(params string[] names)
    {
        Folder = new BucketFolder(root);
        foreach (var name in names)
            Folder.Create(name);
    }

    public BucketFolder Folder { get; }

    public void Put(string bucket, string key, string content) =>
        Folder.Write(bucket, key, stream => stream.Write(Encoding.UTF8.GetBytes(content)));

    public string Read(string bucket, string key)
    {
        using var reader = new StreamReader(Folder.OpenRead(bucket, key) ?? throw new FileNotFoundException($"s3://{bucket}/{key}"));
        return reader.ReadToEnd();
    }

    public void Dispose() => Directory.Delete(root, recursive: true);
}
