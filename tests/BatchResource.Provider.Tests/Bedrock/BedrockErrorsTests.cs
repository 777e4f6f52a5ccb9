using BatchResource.Provider.Jobs;
using BatchResource.Provider.Tests.Support;

namespace BatchResource.Provider.Tests.Bedrock;

/// <summary>Whatever comes back, or does not, is told apart as the rules need it, after exactly one request.</summary>
[Trait("rule", "L13")]
public sealed class BedrockErrorsTests
{
    private const string Html = "<html><head><title>503 Service Temporarily Unavailable</title></head><body>...</body></html>";

    private static readonly Dictionary<string, (ServerAnswer Answer, JobServiceError Error)> Table = new(StringComparer.Ordinal)
    {
        ["throttling"] = (ServerAnswer.Error(429, "ThrottlingException"), JobServiceError.Throttled),
        ["throttling with another status"] = (ServerAnswer.Error(400, "ThrottlingException"), JobServiceError.Throttled),
        ["too many requests"] = (ServerAnswer.Error(429, "TooManyRequestsException"), JobServiceError.Throttled),
        ["429 without a body"] = (new ServerAnswer(429), JobServiceError.Throttled),
        ["quota"] = (ServerAnswer.Error(400, "ServiceQuotaExceededException"), JobServiceError.QuotaExceeded),
        ["not found"] = (ServerAnswer.Error(404, "ResourceNotFoundException"), JobServiceError.NotFound),
        ["404 without a body"] = (new ServerAnswer(404), JobServiceError.NotFound),
        ["conflict"] = (ServerAnswer.Error(400, "ConflictException"), JobServiceError.Conflict),
        ["conflict with its own status"] = (ServerAnswer.Error(409, "ConflictException"), JobServiceError.Conflict),
        ["validation"] = (ServerAnswer.Error(400, "ValidationException"), JobServiceError.Invalid),
        ["too many tags"] = (ServerAnswer.Error(400, "TooManyTagsException"), JobServiceError.Invalid),
        ["unknown error of the caller"] = (ServerAnswer.Error(418, "SomethingNewException"), JobServiceError.Invalid),
        ["400 in HTML"] = (new ServerAnswer(400, Html, ("Content-Type", "text/html")), JobServiceError.Invalid),
        ["access denied"] = (ServerAnswer.Error(403, "AccessDeniedException"), JobServiceError.AccessDenied),
        ["signature"] = (ServerAnswer.Error(403, "InvalidSignatureException", "Signature expired"), JobServiceError.AccessDenied),
        ["expired credentials"] = (ServerAnswer.Error(403, "ExpiredTokenException"), JobServiceError.AccessDenied),
        ["clock"] = (ServerAnswer.Error(403, "RequestTimeTooSkewed"), JobServiceError.AccessDenied),
        ["unrecognized client"] = (ServerAnswer.Error(401, "UnrecognizedClientException"), JobServiceError.AccessDenied),
        ["internal"] = (ServerAnswer.Error(500, "InternalServerException"), JobServiceError.Server),
        ["500 without a body"] = (new ServerAnswer(500), JobServiceError.Server),
        ["502"] = (new ServerAnswer(502, "Bad Gateway"), JobServiceError.Server),
        ["503 in HTML"] = (new ServerAnswer(503, Html, ("Content-Type", "text/html")), JobServiceError.Server),
        ["unavailable"] = (ServerAnswer.Error(503, "ServiceUnavailableException"), JobServiceError.Server),
        ["504"] = (new ServerAnswer(504), JobServiceError.Server),
        ["request timeout"] = (ServerAnswer.Error(408, "RequestTimeoutException"), JobServiceError.Server),
        ["reset"] = (ServerAnswer.Reset, JobServiceError.NoAnswer),
        ["silence"] = (ServerAnswer.Silence, JobServiceError.NoAnswer),
    };

    public static TheoryData<string> Cases => [.. Table.Keys];

    public static TheoryData<string> Operations => [.. BedrockCalls.All.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_Failure_Is_Told_Apart_After_One_Request(string @case)
    {
        var (answer, error) = Table[@case];
        await using var server = await ScriptedServer.StartAsync(answer);
        using var calls = new BedrockCalls(server.Url, answer == ServerAnswer.Silence ? TimeSpan.FromSeconds(3) : null);
        var failure = await calls.FailAsync("CreateModelInvocationJob");

        Assert.Equal((error, "CreateModelInvocationJob"), (failure.Error, failure.Operation));
        Assert.Equal(error is JobServiceError.Server or JobServiceError.NoAnswer, failure.IsAmbiguous);
        Assert.NotEmpty(failure.Message);
        Assert.DoesNotContain("nobody-may-see", failure.ToString(), StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    /// <summary>The SDK gives an error a type of its own only where the service model names it for that operation.</summary>
    [Theory]
    [MemberData(nameof(Operations))]
    public async Task A_Code_Means_The_Same_For_Every_Operation(string operation)
    {
        foreach (var (answer, error) in Table.Values.Where(entry => entry.Answer.Status == 400))
        {
            await using var server = await ScriptedServer.StartAsync(answer);
            using var calls = new BedrockCalls(server.Url);
            Assert.Equal(error, (await calls.FailAsync(operation)).Error);
        }
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task No_Operation_Is_Repeated_Behind_The_Rules_Back(string operation)
    {
        await using var server = await ScriptedServer.StartAsync(
            ServerAnswer.Error(500, "InternalServerException"), ServerAnswer.Error(429, "ThrottlingException"), ServerAnswer.Reset);
        using var calls = new BedrockCalls(server.Url);
        foreach (var error in new[] { JobServiceError.Server, JobServiceError.Throttled, JobServiceError.NoAnswer })
        {
            var failure = await calls.FailAsync(operation);
            Assert.Equal((error, operation), (failure.Error, failure.Operation));
        }

        Assert.Equal(3, server.Requests.Count);
    }

    [Theory]
    [InlineData("CreateModelInvocationJob", "")]
    [InlineData("CreateModelInvocationJob", "<html></html>")]
    [InlineData("CreateModelInvocationJob", """{"jobArn":"arn:aws:bedrock:us-""")]
    [InlineData("GetModelInvocationJob", "")]
    [InlineData("GetModelInvocationJob", "{}")]
    [InlineData("GetModelInvocationJob", "<html></html>")]
    [InlineData("ListModelInvocationJobs", "")]
    [InlineData("ListModelInvocationJobs", """{"invocationJobSummaries":[{}]}""")]
    [InlineData("ListModelInvocationJobs", "<html></html>")]
    [InlineData("ListTagsForResource", "")]
    [InlineData("ListTagsForResource", "<html></html>")]
    public async Task A_Success_That_Cannot_Be_Read_Is_No_Answer_And_May_Have_Had_Its_Effect(string operation, string body)
    {
        await using var server = await ScriptedServer.StartAsync(ServerAnswer.Json(body));
        using var calls = new BedrockCalls(server.Url);
        var failure = await calls.FailAsync(operation);
        Assert.Equal((JobServiceError.NoAnswer, true), (failure.Error, failure.IsAmbiguous));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"jobArn":null}""")]
    [InlineData("""{"jobArn":"arn:aws:bedrock:us-east-1:123456789012:custom-model/x"}""")]
    public async Task A_Creation_That_Names_No_Job_May_Be_A_Repetition_That_Was_Ignored(string body)
    {
        await using var server = await ScriptedServer.StartAsync(ServerAnswer.Json(body));
        using var calls = new BedrockCalls(server.Url);
        var failure = await calls.FailAsync("CreateModelInvocationJob");
        Assert.Equal((JobServiceError.Repeated, true), (failure.Error, failure.IsAmbiguous));
    }

    [Fact]
    public async Task A_Server_Out_Of_Reach_Is_No_Answer()
    {
        using var port = new ClosedPort();
        using var calls = new BedrockCalls(port.Url);
        Assert.Equal(JobServiceError.NoAnswer, (await calls.FailAsync("GetModelInvocationJob")).Error);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task The_End_Of_The_Invocations_Time_Is_No_Failure_Of_The_Call(string operation)
    {
        await using var server = await ScriptedServer.StartAsync(ServerAnswer.Silence);
        using var calls = new BedrockCalls(server.Url);
        using var deadline = new CancellationTokenSource();
        var call = BedrockCalls.All[operation](calls.Service, deadline.Token);
        while (server.Requests.Count == 0)
        {
            await Task.Delay(1, CancellationToken.None);
        }

        await deadline.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task Bedrocks_Own_Words_Are_What_The_User_Reads()
    {
        const string Message = "Batch inference is not supported for model X in region us-east-1";
        await using var server = await ScriptedServer.StartAsync(ServerAnswer.Error(400, "ValidationException", Message));
        using var calls = new BedrockCalls(server.Url);
        Assert.Equal($"CreateModelInvocationJob: {Message}", (await calls.FailAsync("CreateModelInvocationJob")).Sentence);
    }

    [Theory]
    [InlineData("ConflictException", "The provided job name is currently in use", true, false)]
    [InlineData("ValidationException", "The provided job name is currently in use.", true, false)]
    [InlineData("ValidationException", "Could not assume provided IAM role", false, true)]
    [InlineData("AccessDeniedException", "User: x is not authorized to perform: iam:PassRole on resource: y", false, true)]
    [InlineData("AccessDeniedException", "User: x is not authorized to perform: bedrock:CreateModelInvocationJob", false, false)]
    [InlineData("ValidationException", "something else", false, false)]
    public async Task What_The_Rules_Read_From_The_Message_Comes_Through(string code, string message, bool isName, bool isRole)
    {
        var status = code == "AccessDeniedException" ? 403 : 400;
        await using var server = await ScriptedServer.StartAsync(ServerAnswer.Error(status, code, message));
        using var calls = new BedrockCalls(server.Url);
        var failure = await calls.FailAsync("CreateModelInvocationJob");
        Assert.Equal((isName, isRole), (failure.IsNameInUse, failure.IsRoleNotVisibleYet));
    }
}
