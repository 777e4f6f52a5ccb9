using System.Net;
using Amazon.Runtime;

namespace Amazon.Bedrock.Model;

/// <summary>The resource would have more tags than it may have (400).</summary>
public class TooManyTagsException : AmazonBedrockException
{
    /// <inheritdoc/>
    public TooManyTagsException()
    {
    }

    /// <inheritdoc/>
    public TooManyTagsException(string message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public TooManyTagsException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public TooManyTagsException(Exception innerException)
        : base(innerException)
    {
    }

    /// <inheritdoc/>
    public TooManyTagsException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <inheritdoc/>
    public TooManyTagsException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <summary>The ARN of the resource.</summary>
    public string ResourceName { get; set; }
}
