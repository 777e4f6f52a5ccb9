using System.Xml.Linq;
using BatchResource.Local.Ground.Http;
using BatchResource.Local.Ground.Wire;
using BatchResource.Local.Ground;
using BatchResource.Local.S3;
using Microsoft.AspNetCore.Http;

namespace BatchResource.Local.Front.S3;

/// <summary>PUT, copy and DELETE of objects.</summary>
internal sealed class ObjectOperations(BucketFolder buckets)
{
    private const int MaximumDocument = 2 << 20;

    private readonly MetadataFolder metadata = new(buckets);

    /// <summary>The headers that an object keeps.</summary>
    public static Dictionary<string, string> Kept(S3Request request) => request.Http.Request.Headers
        .Where(header => header.Key.ToLowerInvariant()
                is "content-type" or "cache-control" or "content-disposition" or "content-language" or "expires"
            || header.Key.StartsWith("x-amz-meta-", StringComparison.OrdinalIgnoreCase))
        .Select(header => KeyValuePair.Create(header.Key.ToLowerInvariant(), header.Value.ToString()))
        .Concat(ContentEncoding(request))
        .ToDictionary();

    public async Task PutAsync(S3Request request)
    {
        _ = buckets.PathOf(request.Bucket, request.Key);
        var body = await ObjectBody.ReceiveAsync(request, buckets.PartialPath());
        try
        {
            if (request.Header("If-None-Match") == "*" && buckets.FindFile(request.Bucket, request.Key) is not null)
                throw S3Error.PreconditionFailed();
            buckets.Adopt(request.Bucket, request.Key, body.File);
        }
        finally
        {
            File.Delete(body.File);
        }

        metadata.Write(request.Bucket, request.Key, new() { ETag = body.Md5, Headers = Kept(request), Checksums = body.Checksums });
        request.Http.Response.Headers.ETag = $"\"{body.Md5}\"";
        request.Http.Response.Headers["x-amz-server-side-encryption"] = "AES256";
        foreach (var (name, value) in body.Checksums)
            request.Http.Response.Headers[name] = value;
    }

    public Task CopyAsync(S3Request request)
    {
        var source = Source(request);
        if (!BucketFolder.IsName(source.Bucket) || !buckets.Exists(source.Bucket))
            throw S3Error.NoSuchBucket(source.Bucket);
        using (var content = buckets.OpenRead(source.Bucket, source.Key) ?? throw S3Error.NoSuchKey())
        {
            var known = metadata.Read(source.Bucket, source.Key);
            buckets.Write(request.Bucket, request.Key, content.CopyTo);
            var isReplaced = string.Equals(request.Header("x-amz-metadata-directive"), "REPLACE", StringComparison.OrdinalIgnoreCase);
            metadata.Write(request.Bucket, request.Key, isReplaced ? known with { Headers = Kept(request) } : known);
        }

        return XmlBody.WriteAsync(request.Http, StatusCodes.Status200OK, S3Service.Namespace, new(
            "CopyObjectResult",
            new XElement("ETag", $"\"{metadata.Read(request.Bucket, request.Key).ETag}\""),
            new XElement("LastModified", Timestamps.Format(new(File.GetLastWriteTimeUtc(buckets.PathOf(request.Bucket, request.Key)))))));
    }

    public Task DeleteAsync(S3Request request)
    {
        Delete(request.Bucket, request.Key);
        request.Http.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    public async Task DeleteManyAsync(S3Request request)
    {
        var body = await RequestBody.ReadAsync(request.Http.Request, MaximumDocument) ?? throw S3Error.MalformedXml();
        var document = XmlBody.Parse(body) ?? throw S3Error.MalformedXml();
        var keys = document.Elements("Object").Select(item => item.Element("Key")?.Value ?? throw S3Error.MalformedXml()).ToList();
        foreach (var key in keys)
            Delete(request.Bucket, key);
        var isQuiet = document.Element("Quiet")?.Value == "true";
        await XmlBody.WriteAsync(request.Http, StatusCodes.Status200OK, S3Service.Namespace, new(
            "DeleteResult", isQuiet ? [] : keys.Select(key => new XElement("Deleted", new XElement("Key", key)))));
    }

    /// <summary>The bucket and key that a copy is made of.</summary>
    public static S3Uri Source(S3Request request)
    {
        var parts = Uri.UnescapeDataString(request.Header("x-amz-copy-source")!.Split('?')[0]).TrimStart('/').Split('/', 2);
        return parts.Length == 2
            ? new(parts[0], parts[1])
            : throw S3Error.InvalidArgument("Copy Source must mention the source bucket and key: sourcebucket/sourcekey");
    }

    private void Delete(string bucket, string key)
    {
        buckets.Delete(bucket, key);
        metadata.Delete(bucket, key);
    }

    /// <summary>The encoding of the object itself: <c>aws-chunked</c> is one of the transfer.</summary>
    private static IEnumerable<KeyValuePair<string, string>> ContentEncoding(S3Request request)
    {
        var encodings = (request.Header("Content-Encoding") ?? "")
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(encoding => encoding != "aws-chunked")
            .ToList();
        return encodings.Count == 0 ? [] : [new("content-encoding", string.Join(", ", encodings))];
    }
}
