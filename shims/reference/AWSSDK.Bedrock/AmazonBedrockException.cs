namespace Amazon.Bedrock;

public class AmazonBedrockException : AmazonServiceException
{
    public extern AmazonBedrockException();
    public extern AmazonBedrockException(Exception innerException);
    public extern AmazonBedrockException(string message);
    public extern AmazonBedrockException(
        string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode);
    public extern AmazonBedrockException(string message, Exception innerException);
    public extern AmazonBedrockException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode);
}
