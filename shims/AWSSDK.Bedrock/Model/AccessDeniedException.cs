using System.Net;
using Amazon.Runtime;

namespace Amazon.Bedrock.Model;

/// <summary>The caller, or the role it passes, may not do this (403).</summary>
public class AccessDeniedException : AmazonBedrockException
{
    /// <inheritdoc/>
    public AccessDeniedException()
    {
    }

    /// <inheritdoc/>
    public AccessDeniedException(string message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public AccessDeniedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public AccessDeniedException(Exception innerException)
        : base(innerException)
    {
    }

    /// <inheritdoc/>
    public AccessDeniedException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <inheritdoc/>
    public AccessDeniedException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
