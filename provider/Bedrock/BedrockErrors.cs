using System.Text.Json;
using Amazon.Bedrock.Model;
using Amazon.Runtime;
using BatchResource.Provider.Jobs;

namespace BatchResource.Provider.Bedrock;

/// <summary>Sorts the SDK's exceptions into the kinds of failure that the rules know.</summary>
internal static class BedrockErrors
{
    /// <summary>Whether the call failed. Otherwise it is a bug, or the invocation's time has ended.</summary>
    public static bool IsFailureOfCall(Exception failure, CancellationToken cancellationToken) => failure switch
    {
        OperationCanceledException => !cancellationToken.IsCancellationRequested,
        AmazonServiceException or AmazonClientException or HttpRequestException or IOException or TimeoutException => true,
        JsonException or InvalidDataException => true,
        _ => false,
    };

    /// <summary>The failure in the terms of the rules.</summary>
    public static JobServiceException Translate(string operation, Exception failure) =>
        new(operation, Classify(failure), failure.Message, failure);

    private static JobServiceError Classify(Exception failure) =>
        failure is AmazonServiceException service ? ClassifyByCode(service) : JobServiceError.NoAnswer;

    /// <summary>
    /// By the code, not by the type: the SDK has a type for an error only where the service model names it for that operation.
    /// </summary>
    private static JobServiceError ClassifyByCode(AmazonServiceException service) => service.ErrorCode switch
    {
        nameof(ThrottlingException) => JobServiceError.Throttled,
        nameof(ServiceQuotaExceededException) => JobServiceError.QuotaExceeded,
        nameof(ResourceNotFoundException) => JobServiceError.NotFound,
        nameof(ConflictException) => JobServiceError.Conflict,
        nameof(AccessDeniedException) => JobServiceError.AccessDenied,
        nameof(InternalServerException) => JobServiceError.Server,
        nameof(ValidationException) or nameof(TooManyTagsException) => JobServiceError.Invalid,
        _ => ClassifyByStatus((int)service.StatusCode),
    };

    /// <summary>For errors that the service model does not name: from gateways, from signing, from a service with problems.</summary>
    private static JobServiceError ClassifyByStatus(int statusCode) => statusCode switch
    {
        429 => JobServiceError.Throttled,
        401 or 403 => JobServiceError.AccessDenied,
        404 => JobServiceError.NotFound,
        408 or >= 500 => JobServiceError.Server,
        >= 400 => JobServiceError.Invalid,
        // A success that could not be read, or no answer at all.
        _ => JobServiceError.NoAnswer,
    };
}
