using System.Xml.Linq;
using BatchResource.Local.Ground.RestJson;
using BatchResource.Local.Ground.Wire;
using BatchResource.Local.Ground;
using BatchResource.Local.S3;
using Microsoft.AspNetCore.Http;

namespace BatchResource.Local.Front.S3;

/// <summary>Buckets: what makes and deletes them, and what is asked of them.</summary>
internal sealed class BucketOperations(BucketFolder buckets, Account account)
{
    private readonly MetadataFolder metadata = new(buckets);

    /// <summary>The error for a configuration that no bucket has here.</summary>
    public static ServiceException None(string code, string what) => new(404, code, $"The {what} does not exist");

    public Task CreateAsync(S3Request request)
    {
        if (!BucketFolder.IsName(request.Bucket))
            throw new ServiceException(400, "InvalidBucketName", $"The specified bucket is not valid: {request.Bucket}");
        // In us-east-1 making one's own bucket again is no error, as on AWS.
        if (buckets.Exists(request.Bucket) && account.Region != "us-east-1")
        {
            throw new ServiceException(
                409, "BucketAlreadyOwnedByYou", "Your previous request to create the named bucket succeeded and you already own it.");
        }
        buckets.Create(request.Bucket);
        request.Http.Response.Headers.Location = $"/{request.Bucket}";
        return Task.CompletedTask;
    }

    public Task DeleteAsync(S3Request request)
    {
        if (!buckets.IsEmpty(request.Bucket))
            throw new ServiceException(409, "BucketNotEmpty", "The bucket you tried to delete is not empty");
        buckets.Remove(request.Bucket);
        metadata.Delete(request.Bucket);
        request.Http.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    public Task HeadAsync(S3Request request)
    {
        request.Http.Response.Headers["x-amz-bucket-region"] = account.Region;
        return Task.CompletedTask;
    }

    public Task LocationAsync(S3Request request) =>
        SendAsync(request, new("LocationConstraint", account.Region == "us-east-1" ? null : account.Region));

    /// <summary>Every bucket is encrypted by default, as on AWS since 2023.</summary>
    public static Task EncryptionAsync(S3Request request) => SendAsync(request, new(
        "ServerSideEncryptionConfiguration",
        new XElement(
            "Rule",
            new XElement("ApplyServerSideEncryptionByDefault", new XElement("SSEAlgorithm", "AES256")),
            new XElement("BucketKeyEnabled", "false"))));

    public static Task VersioningAsync(S3Request request) => SendAsync(request, new("VersioningConfiguration"));

    private static Task SendAsync(S3Request request, XElement document) =>
        XmlBody.WriteAsync(request.Http, StatusCodes.Status200OK, S3Service.Namespace, document);
}
