using BatchResource.Local.Ground.RestJson;
using BatchResource.Local.Ground;
using BatchResource.Local.S3;
using Microsoft.AspNetCore.Http;

namespace BatchResource.Local.Front.S3;

/// <summary>Which operation a method, a path and a query make.</summary>
internal sealed class S3Routes(BucketFolder buckets, MultipartUploads uploads, Account account)
{
    /// <summary>Parameters of the query that change what an object's GET or PUT does, not which operation it is.</summary>
    private static readonly HashSet<string> NoSubresources = new(StringComparer.OrdinalIgnoreCase)
    {
        "x-id", "list-type", "prefix", "delimiter", "max-keys", "continuation-token", "start-after", "marker", "encoding-type",
        "fetch-owner",
        "versionId", "partNumber", "max-parts", "part-number-marker", "max-uploads", "key-marker", "upload-id-marker",
        "max-buckets", "bucket-region",
    };

    private readonly BucketOperations bucket = new(buckets, account);
    private readonly ListOperations list = new(buckets, account);
    private readonly ObjectOperations objects = new(buckets);
    private readonly ReadOperations read = new(buckets);
    private readonly MultipartOperations parts = new(buckets, uploads);

    /// <summary>Finds the operation.</summary>
    /// <exception cref="ServiceException">There is none here.</exception>
    public S3Route Find(S3Request request)
    {
        var method = request.Http.Request.Method;
        var subresource = Subresource(request);
        var route = request.Key.Length > 0
            ? OfObject(method, subresource, request)
            : request.Bucket.Length > 0 ? OfBucket(method, subresource) : OfService(method, subresource);
        return route
            ?? throw S3Error.NotImplemented($"{method} {(subresource.Length > 0 ? $"?{subresource}" : request.Http.Request.Path)}");
    }

    private S3Route? OfService(string method, string subresource) => (method, subresource) switch
    {
        ("GET", "") => new("ListBuckets", "ListAllMyBuckets", list.BucketsAsync),
        _ => null,
    };

    private S3Route? OfBucket(string method, string subresource) => (method, subresource) switch
    {
        ("PUT", "") => new("CreateBucket", "CreateBucket", bucket.CreateAsync),
        ("DELETE", "") => new("DeleteBucket", "DeleteBucket", bucket.DeleteAsync),
        ("HEAD", "") => new("HeadBucket", "ListBucket", bucket.HeadAsync),
        ("GET", "") => new("ListObjects", "ListBucket", list.ObjectsAsync),
        ("GET", "uploads") => new("ListMultipartUploads", "ListBucketMultipartUploads", parts.ListUploadsAsync),
        ("POST", "delete") => new("DeleteObjects", "DeleteObject", objects.DeleteManyAsync),
        ("GET", "location") => new("GetBucketLocation", "GetBucketLocation", bucket.LocationAsync),
        ("GET", "encryption") => new("GetBucketEncryption", "GetEncryptionConfiguration", BucketOperations.EncryptionAsync),
        ("GET", "versioning") => new("GetBucketVersioning", "GetBucketVersioning", BucketOperations.VersioningAsync),
        ("GET", "policy") => new("GetBucketPolicy", "GetBucketPolicy", _ =>
            throw BucketOperations.None("NoSuchBucketPolicy", "bucket policy")),
        ("GET", "tagging") => new("GetBucketTagging", "GetBucketTagging", _ => throw BucketOperations.None("NoSuchTagSet", "TagSet")),
        ("GET", "lifecycle") => new("GetBucketLifecycleConfiguration", "GetLifecycleConfiguration", _ =>
            throw BucketOperations.None("NoSuchLifecycleConfiguration", "lifecycle configuration")),
        ("GET", "publicAccessBlock") => new("GetPublicAccessBlock", "GetBucketPublicAccessBlock", _ =>
            throw BucketOperations.None("NoSuchPublicAccessBlockConfiguration", "public access block configuration")),
        _ => null,
    };

    private S3Route? OfObject(string method, string subresource, S3Request request) => (method, subresource) switch
    {
        ("GET", "") => new("GetObject", "GetObject", read.ReadAsync),
        ("HEAD", "") => new("HeadObject", "GetObject", read.ReadAsync),
        ("PUT", "") when request.Header("x-amz-copy-source") is not null => new("CopyObject", "PutObject", objects.CopyAsync),
        ("PUT", "") => new("PutObject", "PutObject", objects.PutAsync),
        ("DELETE", "") => new("DeleteObject", "DeleteObject", objects.DeleteAsync),
        ("GET", "tagging") => new("GetObjectTagging", "GetObjectTagging", read.TaggingAsync),
        ("POST", "uploads") => new("CreateMultipartUpload", "PutObject", parts.CreateAsync),
        ("PUT", "uploadId") => new("UploadPart", "PutObject", parts.UploadAsync),
        ("POST", "uploadId") => new("CompleteMultipartUpload", "PutObject", parts.CompleteAsync),
        ("DELETE", "uploadId") => new("AbortMultipartUpload", "AbortMultipartUpload", parts.AbortAsync),
        ("GET", "uploadId") => new("ListParts", "ListMultipartUploadParts", parts.ListAsync),
        _ => null,
    };

    /// <summary>The one parameter of the query that names what of a bucket or an object is meant.</summary>
    private static string Subresource(S3Request request) => request.Http.Request.Query.Keys.FirstOrDefault(name =>
        !NoSubresources.Contains(name)
        && !name.StartsWith("X-Amz-", StringComparison.OrdinalIgnoreCase)
        && !name.StartsWith("response-", StringComparison.OrdinalIgnoreCase)) ?? "";
}
