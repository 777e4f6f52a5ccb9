using BatchResource.Local.Ground.RestJson;

namespace BatchResource.Local.Front.S3;

/// <summary>Amazon S3's errors, by their codes and in its words.</summary>
internal static class S3Error
{
    public static ServiceException NoSuchBucket(string bucket) =>
        new(404, "NoSuchBucket", $"The specified bucket does not exist: {bucket}");

    public static ServiceException NoSuchKey() => new(404, "NoSuchKey", "The specified key does not exist.");

    public static ServiceException NoSuchUpload() => new(
        404,
        "NoSuchUpload",
        "The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.");

    public static ServiceException PreconditionFailed() =>
        new(412, "PreconditionFailed", "At least one of the pre-conditions you specified did not hold");

    public static ServiceException BadDigest(string header) =>
        new(400, "BadDigest", $"The {header} you specified did not match what we received.");

    public static ServiceException IncompleteBody() =>
        new(400, "IncompleteBody", "You did not provide the number of bytes specified by the Content-Length HTTP header");

    public static ServiceException InvalidArgument(string message) => new(400, "InvalidArgument", message);

    public static ServiceException MalformedXml() =>
        new(400, "MalformedXML", "The XML you provided was not well-formed or did not validate against our published schema");

    public static ServiceException NotImplemented(string what) =>
        new(501, "NotImplemented", $"A header or query you provided implies functionality that the local AWS does not have: {what}");
}
