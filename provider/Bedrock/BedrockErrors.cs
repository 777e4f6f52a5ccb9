using System.Text.Json;
using Amazon.Bedrock;
using Amazon.Bedrock.Model;
using Amazon.Runtime;
using BatchResource.Provider.Jobs;

namespace BatchResource.Provider.Bedrock;

/// <summary>Tells what the SDK throws apart in the terms of the rules.</summary>
internal static class BedrockErrors
{
    /// <summary>Whether it is a failure of the call, rather than a bug or the end of the invocation's time.</summary>
    public static bool IsFailureOfCall(Exception failure, CancellationToken cancellationToken) => failure switch
    {
        OperationCanceledException => !cancellationToken.IsCancellationRequested,
        AmazonServiceException or AmazonClientException or HttpRequestException or IOException or TimeoutException => true,
        JsonException or InvalidDataException => true,
        _ => false,
    };

    /// <summary>The failure as the rules know it.</summary>
    public static JobServiceException Translate(string operation, Exception failure) =>
        new(operation, Classify(failure), failure.Message, failure);

    private static JobServiceError Classify(Exception failure) => failure switch
    {
        ThrottlingException => JobServiceError.Throttled,
        ServiceQuotaExceededException => JobServiceError.QuotaExceeded,
        ResourceNotFoundException => JobServiceError.NotFound,
        ConflictException => JobServiceError.Conflict,
        AccessDeniedException => JobServiceError.AccessDenied,
        InternalServerException => JobServiceError.Server,
        ValidationException or TooManyTagsException => JobServiceError.Invalid,
        AmazonServiceException service => ClassifyByStatus((int)service.StatusCode),
        _ => JobServiceError.NoAnswer,
    };

    /// <summary>For errors that the service model does not name: those of gateways, of signing, of a service in trouble.</summary>
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
