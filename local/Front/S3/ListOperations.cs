using System.Text;
using System.Xml.Linq;
using BatchResource.Local.Ground.Wire;
using BatchResource.Local.Ground;
using BatchResource.Local.S3;
using Microsoft.AspNetCore.Http;

namespace BatchResource.Local.Front.S3;

/// <summary>Lists of buckets and of objects, in pages.</summary>
internal sealed class ListOperations(BucketFolder buckets, Account account)
{
    private const int PageSize = 1000;

    private readonly MetadataFolder metadata = new(buckets);

    public Task BucketsAsync(S3Request request) => XmlBody.WriteAsync(request.Http, StatusCodes.Status200OK, S3Service.Namespace, new(
        "ListAllMyBucketsResult",
        new XElement("Owner", new XElement("ID", account.AccountId)),
        new XElement("Buckets", buckets.All
            .Where(name => name.StartsWith(request.Query("prefix") ?? "", StringComparison.Ordinal))
            .Select(name => new XElement(
                "Bucket",
                new XElement("Name", name),
                new XElement("CreationDate", Timestamps.Format(buckets.CreatedAt(name))),
                new XElement("BucketRegion", account.Region))))));

    /// <summary>ListObjectsV2, and its predecessor, which goes on from a marker instead of a token.</summary>
    public Task ObjectsAsync(S3Request request)
    {
        var isSecond = request.Query("list-type") == "2";
        var (prefix, delimiter) = (request.Query("prefix") ?? "", request.Query("delimiter") ?? "");
        var after = isSecond
            ? request.Query("continuation-token") is { } token ? Decoded(token) : request.Query("start-after") ?? ""
            : request.Query("marker") ?? "";
        var maximum = Math.Min(PageSize, request.Number("max-keys", PageSize));
        var page = new ObjectPage(buckets.List(request.Bucket, prefix), prefix, delimiter, after, maximum);
        Func<string, string> written = request.Query("encoding-type") == "url" ? Encoded : text => text;
        return XmlBody.WriteAsync(request.Http, StatusCodes.Status200OK, S3Service.Namespace, new(
            "ListBucketResult",
            new XElement("Name", request.Bucket),
            new XElement("Prefix", written(prefix)),
            XmlBody.Optional("Delimiter", written(delimiter)),
            new XElement("MaxKeys", maximum),
            XmlBody.Optional("EncodingType", request.Query("encoding-type")),
            new XElement("IsTruncated", page.Last is null ? "false" : "true"),
            isSecond ? new XElement("KeyCount", page.Objects.Count + page.Prefixes.Count) : new XElement("Marker", written(after)),
            isSecond ? XmlBody.Optional("ContinuationToken", request.Query("continuation-token")) : null,
            isSecond
                ? XmlBody.Optional("NextContinuationToken", Token(page.Last))
                : XmlBody.Optional("NextMarker", page.Last is null ? null : written(page.Last)),
            page.Objects.Select(found => new XElement(
                "Contents",
                new XElement("Key", written(found.Key)),
                new XElement("LastModified", Timestamps.Format(found.LastModified)),
                new XElement("ETag", $"\"{metadata.Read(request.Bucket, found.Key).ETag}\""),
                new XElement("Size", found.Size),
                new XElement("StorageClass", "STANDARD"))),
            page.Prefixes.Select(common => new XElement("CommonPrefixes", new XElement("Prefix", written(common))))));
    }

    private static string Encoded(string text) => Uri.EscapeDataString(text).Replace("%2F", "/", StringComparison.Ordinal);

    private static string? Token(string? last) => last is null ? null : Convert.ToBase64String(Encoding.UTF8.GetBytes(last));

    private static string Decoded(string token)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(token));
        }
        catch (FormatException)
        {
            throw S3Error.InvalidArgument("The continuation token provided is incorrect");
        }
    }
}
