using System.Globalization;
using System.Security.Cryptography;
using System.Xml.Linq;
using BatchResource.Local.Ground.Http;
using BatchResource.Local.Ground.RestJson;
using BatchResource.Local.Ground.Wire;
using BatchResource.Local.S3;
using Microsoft.AspNetCore.Http;

namespace BatchResource.Local.Front.S3;

/// <summary>Uploads in parts, as transfer managers make them of large files.</summary>
internal sealed class MultipartOperations(BucketFolder buckets, MultipartUploads uploads)
{
    private const int MaximumParts = 10_000;

    private const int MaximumDocument = 4 << 20;

    /// <summary>Every part but the last has at least 5 MiB.</summary>
    private const long MinimumPartSize = 5 << 20;

    private readonly MetadataFolder metadata = new(buckets);

    public Task CreateAsync(S3Request request)
    {
        _ = buckets.PathOf(request.Bucket, request.Key);
        var upload = uploads.Create(request.Bucket, request.Key, ObjectOperations.Kept(request));
        return SendAsync(request, new("InitiateMultipartUploadResult", Named(upload), new XElement("UploadId", upload.Id)));
    }

    public async Task UploadAsync(S3Request request)
    {
        var upload = uploads.Find(request);
        var number = request.Number("partNumber", 0);
        if (number is < 1 or > MaximumParts)
            throw S3Error.InvalidArgument($"Part number must be an integer between 1 and {MaximumParts}, inclusive");
        var file = Path.Combine(upload.Folder, Path.GetRandomFileName());
        var isCopy = request.Header("x-amz-copy-source") is not null;
        var part = isCopy ? Copied(request, file) : await ObjectBody.ReceiveAsync(request, file);
        upload.Parts[number] = part;
        foreach (var (name, value) in part.Checksums)
            request.Http.Response.Headers[name] = value;
        if (isCopy)
            await SendAsync(request, new("CopyPartResult", new XElement("ETag", $"\"{part.Md5}\"")));
        else
            request.Http.Response.Headers.ETag = $"\"{part.Md5}\"";
    }

    public async Task CompleteAsync(S3Request request)
    {
        var upload = uploads.Find(request);
        var body = await RequestBody.ReadAsync(request.Http.Request, MaximumDocument) ?? throw S3Error.MalformedXml();
        var document = XmlBody.Parse(body) ?? throw S3Error.MalformedXml();
        var parts = document.Elements("Part").Select(part => Wanted(upload, part)).ToList();
        if (parts.Count == 0)
            throw S3Error.MalformedXml();
        if (parts.SkipLast(1).Any(part => part.Size < MinimumPartSize))
            throw new ServiceException(400, "EntityTooSmall", "Your proposed upload is smaller than the minimum allowed size");
        if (request.Header("If-None-Match") == "*" && buckets.FindFile(upload.Bucket, upload.Key) is not null)
            throw S3Error.PreconditionFailed();

        buckets.Write(upload.Bucket, upload.Key, output =>
        {
            foreach (var part in parts)
            {
                using var input = File.OpenRead(part.File);
                input.CopyTo(output);
            }
        });
        var etag = $"{Md5([.. parts.SelectMany(part => Convert.FromHexString(part.Md5))])}-{parts.Count}";
        metadata.Write(upload.Bucket, upload.Key, new() { ETag = etag, Headers = upload.Headers });
        uploads.Remove(upload);
        await SendAsync(request, new(
            "CompleteMultipartUploadResult",
            new XElement("Location", $"{request.Http.Request.Scheme}://{request.Http.Request.Host}/{upload.Bucket}/{upload.Key}"),
            Named(upload),
            new XElement("ETag", $"\"{etag}\"")));
    }

    public Task AbortAsync(S3Request request)
    {
        uploads.Remove(uploads.Find(request));
        request.Http.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    public Task ListAsync(S3Request request)
    {
        var upload = uploads.Find(request);
        return SendAsync(request, new(
            "ListPartsResult",
            Named(upload),
            new XElement("UploadId", upload.Id),
            new XElement("IsTruncated", "false"),
            upload.Parts.OrderBy(part => part.Key).Select(part => new XElement(
                "Part",
                new XElement("PartNumber", part.Key),
                new XElement("ETag", $"\"{part.Value.Md5}\""),
                new XElement("Size", part.Value.Size)))));
    }

    public Task ListUploadsAsync(S3Request request) => SendAsync(request, new(
        "ListMultipartUploadsResult",
        new XElement("Bucket", request.Bucket),
        new XElement("IsTruncated", "false"),
        uploads.Of(request.Bucket).Select(upload =>
            new XElement("Upload", new XElement("Key", upload.Key), new XElement("UploadId", upload.Id)))));

    private ObjectBody Copied(S3Request request, string file)
    {
        var source = ObjectOperations.Source(request);
        using var content = buckets.OpenRead(source.Bucket, source.Key) ?? throw S3Error.NoSuchKey();
        var range = ByteRange.Parse(request.Header("x-amz-copy-source-range"), content.Length) ?? new(0, content.Length - 1);
        var bytes = new byte[range.Length];
        content.Position = range.First;
        content.ReadExactly(bytes);
        File.WriteAllBytes(file, bytes);
        return new(file, bytes.Length, Md5(bytes), new Dictionary<string, string>());
    }

    private static ObjectBody Wanted(MultipartUpload upload, XElement part) =>
        int.TryParse(part.Element("PartNumber")?.Value, CultureInfo.InvariantCulture, out var number)
            && upload.Parts.TryGetValue(number, out var sent) && sent.Md5 == part.Element("ETag")?.Value.Trim('"')
            ? sent
            : throw new ServiceException(
                400,
                "InvalidPart",
                "One or more of the specified parts could not be found. The part may not have been uploaded, or the specified entity tag "
                + "may not match the part's entity tag.");

    private static XElement[] Named(MultipartUpload upload) => [new("Bucket", upload.Bucket), new("Key", upload.Key)];

#pragma warning disable CA5351 // Entity tags are MD5: nothing is protected by them.
    private static string Md5(byte[] bytes) => Convert.ToHexStringLower(MD5.HashData(bytes));
#pragma warning restore CA5351

    private static Task SendAsync(S3Request request, XElement document) =>
        XmlBody.WriteAsync(request.Http, StatusCodes.Status200OK, S3Service.Namespace, document);
}
