using System.Collections.Concurrent;

namespace BatchResource.Local.Front.S3;

/// <summary>An object that comes in parts.</summary>
/// <param name="Id">Names the upload.</param>
/// <param name="Bucket">The bucket.</param>
/// <param name="Key">The key.</param>
/// <param name="Folder">Where the parts are.</param>
/// <param name="Headers">The headers that the object is to keep.</param>
internal sealed record MultipartUpload(string Id, string Bucket, string Key, string Folder, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>The parts by their numbers, as they were last sent.</summary>
    public ConcurrentDictionary<int, ObjectBody> Parts { get; } = new();
}
