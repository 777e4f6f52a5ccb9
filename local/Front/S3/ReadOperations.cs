using System.Globalization;
using System.Xml.Linq;
using BatchResource.Local.Ground.Wire;
using BatchResource.Local.S3;
using Microsoft.AspNetCore.Http;

namespace BatchResource.Local.Front.S3;

/// <summary>GET and HEAD of an object, whole or a range of it.</summary>
internal sealed class ReadOperations(BucketFolder buckets)
{
    private readonly MetadataFolder metadata = new(buckets);

    public async Task ReadAsync(S3Request request)
    {
        await using var content = buckets.OpenRead(request.Bucket, request.Key) ?? throw S3Error.NoSuchKey();
        var known = metadata.Read(request.Bucket, request.Key);
        var modified = new DateTimeOffset(File.GetLastWriteTimeUtc(buckets.PathOf(request.Bucket, request.Key)));
        var response = request.Http.Response;
        response.Headers.ETag = $"\"{known.ETag}\"";
        response.Headers.LastModified = modified.ToString("R", CultureInfo.InvariantCulture);
        response.Headers.AcceptRanges = "bytes";
        if (IsUnchanged(request, known.ETag, modified))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        foreach (var (name, value) in known.Headers)
            response.Headers[name] = value;
        if (!response.Headers.ContainsKey("Content-Type"))
            response.ContentType = "binary/octet-stream";
        foreach (var parameter in request.Http.Request.Query.Where(pair => pair.Key.StartsWith("response-", StringComparison.Ordinal)))
            response.Headers[parameter.Key["response-".Length..]] = parameter.Value;

        var range = ByteRange.Parse(request.Header("Range"), content.Length);
        if (range is null && request.Header("x-amz-checksum-mode") is not null)
        {
            foreach (var (name, value) in known.Checksums)
                response.Headers[name] = value;
        }
        response.StatusCode = range is null ? StatusCodes.Status200OK : StatusCodes.Status206PartialContent;
        if (range is not null)
            response.Headers.ContentRange = $"bytes {range.First}-{range.Last}/{content.Length}";
        var length = range?.Length ?? content.Length;
        response.ContentLength = length;
        if (HttpMethods.IsHead(request.Http.Request.Method))
            return;
        content.Position = range?.First ?? 0;
        await CopyAsync(content, response.Body, length, request.Http.RequestAborted);
    }

    /// <summary>No object has tags here.</summary>
    public Task TaggingAsync(S3Request request) => buckets.FindFile(request.Bucket, request.Key) is null
        ? throw S3Error.NoSuchKey()
        : XmlBody.WriteAsync(request.Http, StatusCodes.Status200OK, S3Service.Namespace, new("Tagging", new XElement("TagSet")));

    private static bool IsUnchanged(S3Request request, string etag, DateTimeOffset modified)
    {
        if (request.Header("If-Match") is { } wanted && !Names(wanted, etag))
            throw S3Error.PreconditionFailed();
        if (request.Header("If-None-Match") is { } known)
            return Names(known, etag);
        return DateTimeOffset.TryParse(request.Header("If-Modified-Since"), CultureInfo.InvariantCulture, out var since)
            && modified <= since.AddSeconds(1);
    }

    private static bool Names(string header, string etag) =>
        header.Split(',').Any(tag => tag.Trim() is "*" || tag.Trim().Trim('"') == etag);

    private static async Task CopyAsync(Stream source, Stream target, long count, CancellationToken cancellation)
    {
        var buffer = new byte[65536];
        while (count > 0)
        {
            var read = await source.ReadAsync(buffer.AsMemory(0, (int)Math.Min(count, buffer.Length)), cancellation);
            if (read == 0)
                return;
            await target.WriteAsync(buffer.AsMemory(0, read), cancellation);
            count -= read;
        }
    }
}
