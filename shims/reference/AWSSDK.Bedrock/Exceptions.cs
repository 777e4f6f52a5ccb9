namespace Amazon.Bedrock.Model;

public class AccessDeniedException : AmazonBedrockException
{
    public extern AccessDeniedException();
    public extern AccessDeniedException(Exception innerException);
    public extern AccessDeniedException(string message);
    public extern AccessDeniedException(
        string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode);
    public extern AccessDeniedException(string message, Exception innerException);
    public extern AccessDeniedException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode);
}

public class ConflictException : AmazonBedrockException
{
    public extern ConflictException();
    public extern ConflictException(Exception innerException);
    public extern ConflictException(string message);
    public extern ConflictException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode);
    public extern ConflictException(string message, Exception innerException);
    public extern ConflictException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode);
}

public class InternalServerException : AmazonBedrockException
{
    public extern InternalServerException();
    public extern InternalServerException(Exception innerException);
    public extern InternalServerException(string message);
    public extern InternalServerException(
        string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode);
    public extern InternalServerException(string message, Exception innerException);
    public extern InternalServerException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode);
}

public class ResourceNotFoundException : AmazonBedrockException
{
    public extern ResourceNotFoundException();
    public extern ResourceNotFoundException(Exception innerException);
    public extern ResourceNotFoundException(string message);
    public extern ResourceNotFoundException(
        string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode);
    public extern ResourceNotFoundException(string message, Exception innerException);
    public extern ResourceNotFoundException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode);
}

public class ServiceQuotaExceededException : AmazonBedrockException
{
    public extern ServiceQuotaExceededException();
    public extern ServiceQuotaExceededException(Exception innerException);
    public extern ServiceQuotaExceededException(string message);
    public extern ServiceQuotaExceededException(
        string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode);
    public extern ServiceQuotaExceededException(string message, Exception innerException);
    public extern ServiceQuotaExceededException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode);
}

public class ThrottlingException : AmazonBedrockException
{
    public extern ThrottlingException();
    public extern ThrottlingException(Exception innerException);
    public extern ThrottlingException(string message);
    public extern ThrottlingException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode);
    public extern ThrottlingException(string message, Exception innerException);
    public extern ThrottlingException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode);
}

public class TooManyTagsException : AmazonBedrockException
{
    public extern TooManyTagsException();
    public extern TooManyTagsException(Exception innerException);
    public extern TooManyTagsException(string message);
    public extern TooManyTagsException(
        string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode);
    public extern TooManyTagsException(string message, Exception innerException);
    public extern TooManyTagsException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode);
    public extern string ResourceName { get; set; }
}

public class ValidationException : AmazonBedrockException
{
    public extern ValidationException();
    public extern ValidationException(Exception innerException);
    public extern ValidationException(string message);
    public extern ValidationException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode);
    public extern ValidationException(string message, Exception innerException);
    public extern ValidationException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode);
}
