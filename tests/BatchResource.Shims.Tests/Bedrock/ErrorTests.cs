using System.Net;
using System.Text.Json.Nodes;
using Amazon.Bedrock;
using Amazon.Bedrock.Model;
using BatchResource.Shims.Tests.Http;
using BatchResource.Tests.Shared;

namespace BatchResource.Shims.Tests.Bedrock;

public sealed class ErrorTests
{
    private static readonly JsonNode Model = JsonNode.Parse(RepositoryFiles.Read("local/Bedrock/bedrock-service-model.json"))!;

    private static readonly Dictionary<string, Func<AmazonBedrockClient, Task>> Operations = new(StringComparer.Ordinal)
    {
        ["CreateModelInvocationJob"] = client => client.CreateModelInvocationJobAsync(new()),
        ["GetModelInvocationJob"] = client => client.GetModelInvocationJobAsync(new() { JobIdentifier = "abcdefghij12" }),
        ["StopModelInvocationJob"] = client => client.StopModelInvocationJobAsync(new() { JobIdentifier = "abcdefghij12" }),
        ["ListModelInvocationJobs"] = client => client.ListModelInvocationJobsAsync(new()),
        ["TagResource"] = client => client.TagResourceAsync(new() { ResourceARN = "arn:job", Tags = [] }),
        ["UntagResource"] = client => client.UntagResourceAsync(new() { ResourceARN = "arn:job", TagKeys = [] }),
        ["ListTagsForResource"] = client => client.ListTagsForResourceAsync(new() { ResourceARN = "arn:job" }),
    };

    private static readonly Type[] Errors =
    [
        typeof(AccessDeniedException), typeof(ConflictException), typeof(InternalServerException), typeof(ResourceNotFoundException),
        typeof(ServiceQuotaExceededException), typeof(ThrottlingException), typeof(TooManyTagsException), typeof(ValidationException),
    ];

    public static TheoryData<string, string> EveryErrorOfEveryOperation
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var operation in Operations.Keys)
            {
                foreach (var code in Errors.Select(error => error.Name).Append("SomethingNewException"))
                    data.Add(operation, code);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(EveryErrorOfEveryOperation))]
    public async Task Only_An_Error_That_The_Model_Gives_The_Operation_Has_A_Type_Of_Its_Own(string operation, string code)
    {
        var modelled = Model["operations"]![operation]!["errors"]!.AsArray().Any(error => (string?)error!["shape"] == code);

        var exception = await FailAsync(
            new HttpAnswer(418, """{"message":"what went wrong"}""", ("x-amzn-ErrorType", code), ("x-amzn-RequestId", "request-1")),
            Operations[operation]);

        Assert.IsType(modelled ? Errors.Single(error => error.Name == code) : typeof(AmazonBedrockException), exception);
        Assert.Equal(
            (code, (HttpStatusCode)418, "what went wrong", "request-1"),
            (exception.ErrorCode, exception.StatusCode, exception.Message, exception.RequestId));
    }

    [Theory]
    [InlineData("X-AMZN-ERRORTYPE", "ThrottlingException", """{"message":"m"}""")]
    [InlineData("x-amzn-errortype", "ThrottlingException:http://internal.amazon.com/coral/com.amazon.bedrock/", """{"message":"m"}""")]
    [InlineData("x-other", "-", """{"message":"m","__type":"ThrottlingException"}""")]
    [InlineData("x-other", "-", """{"message":"m","__type":"com.amazon.bedrock#ThrottlingException"}""")]
    [InlineData("x-other", "-", """{"message":"m","code":"ThrottlingException"}""")]
    [InlineData("x-amzn-ErrorType", "ThrottlingException", """{"Message":"m"}""")]
    public async Task The_Code_Is_Found_Wherever_The_Service_Puts_It(string header, string value, string body)
    {
        var exception = Assert.IsType<ThrottlingException>(await FailAsync(new HttpAnswer(400, body, (header, value))));

        Assert.Equal(("ThrottlingException", "m"), (exception.ErrorCode, exception.Message));
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

    private static async Task<AmazonBedrockException> FailAsync(HttpAnswer answer, Func<AmazonBedrockClient, Task>? call = null)
    {
        await using var bedrock = await BedrockServer.StartAsync(answer);
        using var client = bedrock.Client(config => config.MaxErrorRetry = 0);
        return await Assert.ThrowsAnyAsync<AmazonBedrockException>(() => (call ?? Operations["TagResource"])(client));
    }
}
