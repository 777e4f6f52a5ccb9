using System.Collections.Concurrent;
using BatchResource.Local.Ground.RestJson;

namespace BatchResource.Local.Front.S3;

/// <summary>The uploads that are under way. They live as long as the endpoint.</summary>
internal sealed class MultipartUploads : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("local-aws-uploads-").FullName;
    private readonly ConcurrentDictionary<string, MultipartUpload> uploads = new();

    /// <summary>The uploads to a bucket, in the order of their keys.</summary>
    public IReadOnlyList<MultipartUpload> Of(string bucket) =>
        [.. uploads.Values.Where(upload => upload.Bucket == bucket).OrderBy(upload => upload.Key, StringComparer.Ordinal)];

    public MultipartUpload Create(string bucket, string key, IReadOnlyDictionary<string, string> headers)
    {
        var id = Guid.NewGuid().ToString("N");
        return uploads[id] = new(id, bucket, key, Directory.CreateDirectory(Path.Combine(root, id)).FullName, headers);
    }

    /// <summary>Finds one.</summary>
    /// <exception cref="ServiceException">There is none.</exception>
    public MultipartUpload Find(S3Request request) =>
        uploads.TryGetValue(request.Query("uploadId") ?? "", out var upload) && (upload.Bucket, upload.Key) == (request.Bucket, request.Key)
            ? upload
            : throw S3Error.NoSuchUpload();

    /// <summary>Forgets one, with its parts.</summary>
    public void Remove(MultipartUpload upload)
    {
        if (uploads.TryRemove(upload.Id, out _))
            Directory.Delete(upload.Folder, recursive: true);
    }

    public void Dispose() => Directory.Delete(root, recursive: true);
}
