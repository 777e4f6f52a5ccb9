using System.Net;
using Amazon.Bedrock;
using Amazon.Bedrock.Model;
using BatchResource.Shims.Tests.Http;

namespace BatchResource.Shims.Tests.Bedrock;

public sealed class ErrorTests
{
    [Theory]
    [InlineData("AccessDeniedException", 403, typeof(AccessDeniedException))]
    [InlineData("ConflictException", 400, typeof(ConflictException))]
    [InlineData("InternalServerException", 500, typeof(InternalServerException))]
    [InlineData("ResourceNotFoundException", 404, typeof(ResourceNotFoundException))]
    [InlineData("ServiceQuotaExceededException", 400, typeof(ServiceQuotaExceededException))]
    [InlineData("ThrottlingException", 429, typeof(ThrottlingException))]
    [InlineData("TooManyTagsException", 400, typeof(TooManyTagsException))]
    [InlineData("ValidationException", 400, typeof(ValidationException))]
    [InlineData("SomethingNewException", 418, typeof(AmazonBedrockException))]
    public async Task A_Code_Becomes_Its_Exception_With_Status_Message_And_Request_Id(string code, int status, Type type)
    {
        var exception = await FailAsync(new HttpAnswer(
            status, """{"message":"what went wrong"}""", ("x-amzn-ErrorType", code), ("x-amzn-RequestId", "request-1")));

        Assert.IsType(type, exception);
        Assert.Equal(
            (code, (HttpStatusCode)status, "what went wrong", "request-1"),
            (exception.ErrorCode, exception.StatusCode, exception.Message, exception.RequestId));
    }

    [Theory]
    [InlineData("X-AMZN-ERRORTYPE", "ConflictException", """{"message":"m"}""")]
    [InlineData("x-amzn-errortype", "ConflictException:http://internal.amazon.com/coral/com.amazon.bedrock/", """{"message":"m"}""")]
    [InlineData("x-other", "-", """{"message":"m","__type":"ConflictException"}""")]
    [InlineData("x-other", "-", """{"message":"m","__type":"com.amazon.bedrock#ConflictException"}""")]
    [InlineData("x-other", "-", """{"message":"m","code":"ConflictException"}""")]
    [InlineData("x-amzn-ErrorType", "ConflictException", """{"Message":"m"}""")]
    public async Task The_Code_Is_Found_Wherever_The_Service_Puts_It(string header, string value, string body)
    {
        var exception = Assert.IsType<ConflictException>(await FailAsync(new HttpAnswer(400, body, (header, value))));

        Assert.Equal(("ConflictException", "m"), (exception.ErrorCode, exception.Message));
    }

    [Fact]
    public async Task TooManyTags_Names_The_Resource()
    {
        var exception = Assert.IsType<TooManyTagsException>(await FailAsync(new HttpAnswer(
            400, """{"message":"m","resourceName":"arn:job"}""", ("x-amzn-ErrorType", "TooManyTagsException"))));

        Assert.Equal("arn:job", exception.ResourceName);
    }

    [Theory]
    [InlineData("")]
    [InlineData("upstream connect error")]
    public async Task An_Error_That_Is_No_Json_Is_Still_An_Error_Of_The_Service(string body)
    {
        var exception = await FailAsync(new HttpAnswer(400, body));

        Assert.IsType<AmazonBedrockException>(exception);
        Assert.Equal(HttpStatusCode.BadRequest, exception.StatusCode);
    }

    private static async Task<AmazonBedrockException> FailAsync(HttpAnswer answer)
    {
        await using var bedrock = await BedrockServer.StartAsync(answer);
        using var client = bedrock.Client(config => config.MaxErrorRetry = 0);
        return await Assert.ThrowsAnyAsync<AmazonBedrockException>(
            () => client.TagResourceAsync(new TagResourceRequest { ResourceARN = "arn:job", Tags = [] }));
    }
}
