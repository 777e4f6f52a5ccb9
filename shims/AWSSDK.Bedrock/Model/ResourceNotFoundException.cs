using System.Net;
using Amazon.Runtime;

namespace Amazon.Bedrock.Model;

/// <summary>There is no such resource (404).</summary>
public class ResourceNotFoundException : AmazonBedrockException
{
    /// <inheritdoc/>
    public ResourceNotFoundException()
    {
    }

    /// <inheritdoc/>
    public ResourceNotFoundException(string message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public ResourceNotFoundException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public ResourceNotFoundException(Exception innerException)
        : base(innerException)
    {
    }

    /// <inheritdoc/>
    public ResourceNotFoundException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <inheritdoc/>
    public ResourceNotFoundException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
