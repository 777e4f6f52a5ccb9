using System.Net;
using Amazon.Runtime;

namespace Amazon.Bedrock.Model;

/// <summary>The service failed (500).</summary>
public class InternalServerException : AmazonBedrockException
{
    /// <inheritdoc/>
    public InternalServerException()
    {
    }

    /// <inheritdoc/>
    public InternalServerException(string message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public InternalServerException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public InternalServerException(Exception innerException)
        : base(innerException)
    {
    }

    /// <inheritdoc/>
    public InternalServerException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <inheritdoc/>
    public InternalServerException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
