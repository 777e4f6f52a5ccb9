using System.Xml.Linq;
using BatchResource.Local.Ground.RestJson;
using BatchResource.Local.Ground.SigV4;
using BatchResource.Local.Iam.Signatures;
using BatchResource.Local.Ground.Wire;
using BatchResource.Local.Ground;
using BatchResource.Local.Iam;
using BatchResource.Local.S3;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http;

namespace BatchResource.Local.Front.S3;

/// <summary>Amazon S3 over its REST protocol: every bucket is a folder, every object a file.</summary>
internal sealed class S3Service(
    BucketFolder buckets, MultipartUploads uploads, Account account, SignatureVerifier verifier, IAuthorizer authorizer) : IAwsService
{
    /// <summary>The namespace of Amazon S3's documents.</summary>
    public const string Namespace = "http://s3.amazonaws.com/doc/2006-03-01/";

    /// <summary>The greatest object that one PUT can make.</summary>
    private const long MaximumObjectSize = 5L << 30;

    /// <summary>Amazon S3 has names of its own for what is wrong with a signature.</summary>
    private static readonly Dictionary<string, string> Codes = new()
    {
        ["InvalidSignatureException"] = "SignatureDoesNotMatch",
        ["UnrecognizedClientException"] = "InvalidAccessKeyId",
        ["ExpiredTokenException"] = "ExpiredToken",
        ["ExpiredUrl"] = "AccessDenied",
        ["MissingAuthenticationTokenException"] = "AccessDenied",
        ["IncompleteSignatureException"] = "AuthorizationHeaderMalformed",
        ["AccessDeniedException"] = "AccessDenied",
        ["InternalFailure"] = "InternalError",
    };

    private readonly S3Routes routes = new(buckets, uploads, account);

    public async Task AnswerAsync(AwsCall call)
    {
        call.Http.Response.Headers["x-amz-request-id"] = call.RequestId;
        if (call.Http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = MaximumObjectSize;
        var error = await OperationGuard.RunAsync(call, () => PerformAsync(call));
        if (error is null)
            return;
        if (call.Http.Response.HasStarted)
        {
            call.Http.Abort();
            return;
        }

        call.ErrorCode = Codes.GetValueOrDefault(error.Code, error.Code);
        // What an operation had already set belongs to an answer that is not given.
        call.Http.Response.Headers.Remove("ETag");
        var document = new XElement(
            "Error",
            new XElement("Code", call.ErrorCode),
            new XElement("Message", error.Message),
            new XElement("Resource", call.Http.Request.Path.Value),
            new XElement("RequestId", call.RequestId));
        await XmlBody.WriteAsync(call.Http, error.StatusCode, "", document);
    }

    private async Task PerformAsync(AwsCall call)
    {
        var http = call.Http;
        if (http.Request.Query.ContainsKey("AWSAccessKeyId"))
        {
            throw new ServiceException(
                400, "InvalidRequest", "The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.");
        }

        var path = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Split('?', 2)[0];
        var request = new S3Request(http, S3Location.Of(http.Request.Host.Value ?? "", path), verifier.VerifyHead(http.Request));
        var route = routes.Find(request);
        call.Operation = route.Operation;
        Authorize(request, route);
        if (request.Header("x-amz-expected-bucket-owner") is { } owner && owner != account.AccountId)
            throw ServiceException.AccessDenied("Access Denied");
        var isMissing = request.Bucket.Length > 0 && !(BucketFolder.IsName(request.Bucket) && buckets.Exists(request.Bucket));
        if (isMissing && route.Operation != "CreateBucket")
            throw S3Error.NoSuchBucket(request.Bucket);
        try
        {
            await route.RunAsync(request);
        }
        catch (ArgumentException e) when (e.ParamName == "key")
        {
            throw S3Error.InvalidArgument($"{e.Message}: objects are files here");
        }
        catch (IOException e) when (e is not FileNotFoundException)
        {
            throw new ServiceException(
                409, "OperationAborted", $"Objects are files here, so a key cannot be the folder of another one: {e.Message}");
        }
    }

    private void Authorize(S3Request request, S3Route route)
    {
        var arn = request.Bucket.Length == 0 ? "*" : $"arn:{account.Partition}:s3:::{request.Bucket}";
        if (request.Key.Length > 0)
            arn += $"/{request.Key}";
        var decision = authorizer.Authorize(
            new(request.Caller, $"s3:{route.Action}", arn, new Dictionary<string, IReadOnlyList<string>>()));
        if (!decision.IsAllowed)
            throw ServiceException.AccessDenied(decision.Message ?? "Access Denied");
    }
}
