using System.Net;
using Amazon.Runtime;

namespace Amazon.Bedrock.Model;

/// <summary>A quota of the account would be exceeded (400).</summary>
public class ServiceQuotaExceededException : AmazonBedrockException
{
    /// <inheritdoc/>
    public ServiceQuotaExceededException()
    {
    }

    /// <inheritdoc/>
    public ServiceQuotaExceededException(string message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public ServiceQuotaExceededException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public ServiceQuotaExceededException(Exception innerException)
        : base(innerException)
    {
    }

    /// <inheritdoc/>
    public ServiceQuotaExceededException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <inheritdoc/>
    public ServiceQuotaExceededException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
