using System.Net;
using Amazon.Runtime;

namespace Amazon.Bedrock.Model;

/// <summary>Too many requests (429).</summary>
public class ThrottlingException : AmazonBedrockException
{
    /// <inheritdoc/>
    public ThrottlingException()
    {
    }

    /// <inheritdoc/>
    public ThrottlingException(string message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public ThrottlingException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public ThrottlingException(Exception innerException)
        : base(innerException)
    {
    }

    /// <inheritdoc/>
    public ThrottlingException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <inheritdoc/>
    public ThrottlingException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
