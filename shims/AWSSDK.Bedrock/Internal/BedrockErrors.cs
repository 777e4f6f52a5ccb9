#nullable enable
using System.Net;
using System.Text.Json;
using Amazon.Bedrock.Model;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.Bedrock.Internal;

/// <summary>
/// Turns an error response into the exception of its code, where the service model gives the operation such an error. Any other is an
/// <see cref="AmazonBedrockException"/> with code and status, as in the real package.
/// </summary>
internal static class BedrockErrors
{
    public static AmazonBedrockException Read(JsonUnmarshallerContext input, Exception inner, HttpStatusCode status, string[] errors)
    {
        var reader = new StreamingUtf8JsonReader(input.Stream);
        var error = JsonErrorResponseUnmarshaller.GetInstance().Unmarshall(input, ref reader);
        error.InnerException = inner;
        error.StatusCode = status;
        return (Array.IndexOf(errors, error.Code) < 0 ? null : error.Code) switch
        {
            "AccessDeniedException" =>
                new AccessDeniedException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "ConflictException" =>
                new ConflictException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "InternalServerException" =>
                new InternalServerException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "ResourceNotFoundException" =>
                new ResourceNotFoundException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "ServiceQuotaExceededException" =>
                new ServiceQuotaExceededException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "ThrottlingException" =>
                new ThrottlingException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "TooManyTagsException" =>
                new TooManyTagsException(error.Message, inner, error.Type, error.Code, error.RequestId, status)
                {
                    ResourceName = ResourceName(input),
                },
            "ValidationException" =>
                new ValidationException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
            _ => new AmazonBedrockException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
        };
    }

    private static string? ResourceName(JsonUnmarshallerContext input)
    {
        try
        {
            using var body = JsonDocument.Parse(input.GetResponseBodyBytes());
            return body.RootElement.Text("resourceName");
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
