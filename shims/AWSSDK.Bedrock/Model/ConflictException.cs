using System.Net;
using Amazon.Runtime;

namespace Amazon.Bedrock.Model;

/// <summary>The request conflicts with the state of the resource (400).</summary>
public class ConflictException : AmazonBedrockException
{
    /// <inheritdoc/>
    public ConflictException()
    {
    }

    /// <inheritdoc/>
    public ConflictException(string message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public ConflictException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public ConflictException(Exception innerException)
        : base(innerException)
    {
    }

    /// <inheritdoc/>
    public ConflictException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <inheritdoc/>
    public ConflictException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
