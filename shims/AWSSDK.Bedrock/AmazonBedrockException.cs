using System.Net;
using Amazon.Runtime;

namespace Amazon.Bedrock;

/// <summary>An error that Amazon Bedrock answered with.</summary>
public class AmazonBedrockException : AmazonServiceException
{
    /// <inheritdoc/>
    public AmazonBedrockException()
    {
    }

    /// <inheritdoc/>
    public AmazonBedrockException(string message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public AmazonBedrockException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public AmazonBedrockException(Exception innerException)
        : base(innerException)
    {
    }

    /// <inheritdoc/>
    public AmazonBedrockException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <inheritdoc/>
    public AmazonBedrockException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
