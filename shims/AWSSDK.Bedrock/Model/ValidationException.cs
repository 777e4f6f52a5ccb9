using System.Net;
using Amazon.Runtime;

namespace Amazon.Bedrock.Model;

/// <summary>The input does not meet the constraints of the service (400).</summary>
public class ValidationException : AmazonBedrockException
{
    /// <inheritdoc/>
    public ValidationException()
    {
    }

    /// <inheritdoc/>
    public ValidationException(string message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public ValidationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public ValidationException(Exception innerException)
        : base(innerException)
    {
    }

    /// <inheritdoc/>
    public ValidationException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <inheritdoc/>
    public ValidationException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
