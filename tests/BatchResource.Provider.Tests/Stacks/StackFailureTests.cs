using Amazon.Runtime;
using BatchResource.Provider.Jobs;
using BatchResource.Provider.Stacks;
using BatchResource.Provider.Tests.Support;

namespace BatchResource.Provider.Tests.Stacks;

/// <summary>
/// Whatever keeps CloudFormation from telling becomes one kind of failure, in words for the log; the rules then do without. What may pass
/// is tried again at once, and never for long: the answer to the event waits.
/// </summary>
[Trait("rule", "L12")]
public sealed class StackFailureTests
{
    private const string Question = "Action=DescribeStackResource LogicalResourceId=Job StackName=" + StackServer.StackId;

    [Theory]
    [InlineData(403, "AccessDenied", "no policy allows cloudformation:DescribeStackResource")]
    [InlineData(403, "ExpiredToken", "The security token included in the request is expired")]
    [InlineData(400, "ValidationError", "Stack 'nightly' does not exist")]
    [InlineData(400, "ValidationError", "Resource Job does not exist for stack nightly")]
    [InlineData(400, "SomethingNew", "unheard of")]
    public async Task A_Refusal_Is_Told_In_CloudFormations_Words_After_One_Question(int status, string code, string message)
    {
        await using var server = await StackServer.StartAsync(StackAnswers.Error(status, code, message));

        var failure = await FailAsync(server.Record);

        Assert.Equal($"DescribeStackResource: {message}", failure.Message);
        var cause = Assert.IsType<AmazonServiceException>(failure.InnerException);
        Assert.Equal((code, status, "r"), (cause.ErrorCode, (int)cause.StatusCode, cause.RequestId));
        Assert.Equal([Question], server.Calls);
    }

    [Theory]
    [InlineData(400, "Throttling")]
    [InlineData(400, "ThrottlingException")]
    [InlineData(500, "InternalFailure")]
    [InlineData(503, "ServiceUnavailable")]
    public async Task What_May_Pass_Is_Asked_Again_Twice(int status, string code)
    {
        var passing = StackAnswers.Error(status, code, "Rate exceeded");
        await using var server = await StackServer.StartAsync(passing, passing, new ServerAnswer(200, StackAnswers.Resource));

        Assert.Equal("Job", (await server.Record.DescribeAsync(StackServer.Event, CancellationToken.None)).LogicalResourceId);
        Assert.Equal([Question, Question, Question], server.Calls);
    }

    [Fact]
    public async Task What_Does_Not_Pass_Is_Told_After_The_Third_Question()
    {
        await using var server = await StackServer.StartAsync(StackAnswers.Error(400, "Throttling", "Rate exceeded"));

        Assert.Equal("DescribeStackResource: Rate exceeded", (await FailAsync(server.Record)).Message);
        Assert.Equal(3, server.Calls.Count);
    }

    [Fact]
    public async Task The_Question_That_Failed_Is_Named()
    {
        await using var server = await StackServer.StartAsync(StackAnswers.Error(403, "AccessDenied", "no policy allows it"));

        var failure = await Assert.ThrowsAsync<StackRecordException>(
            () => server.Record.ListEventsAsync(StackServer.Event, "more", CancellationToken.None));

        Assert.Equal("DescribeStackEvents: no policy allows it", failure.Message);
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("<html><body>proxy</body></html>", "DescribeStackResource described no resource")]
    [InlineData("<DescribeStackResourceResponse>", null)]
    public async Task An_Answer_That_Tells_Of_No_Resource_Is_A_Failure(string body, string? message)
    {
        await using var server = await StackServer.StartAsync(Once, new ServerAnswer(200, body));

        var failure = await FailAsync(server.Record);

        Assert.StartsWith(message ?? "DescribeStackResource: ", failure.Message, StringComparison.Ordinal);
        Assert.Equal(message is null, failure.InnerException is not null);
    }

    [Fact]
    public async Task An_Answer_That_Tells_Of_Two_Resources_Is_A_Failure()
    {
        await using var server = await StackServer.StartAsync(new ServerAnswer(200, StackAnswers.Events));

        Assert.Equal("DescribeStackResource described no resource", (await FailAsync(server.Record)).Message);
    }

    [Fact]
    public async Task A_Connection_That_Breaks_Is_A_Failure()
    {
        await using var server = await StackServer.StartAsync(Once, ServerAnswer.Reset);

        Assert.StartsWith("DescribeStackResource: ", (await FailAsync(server.Record)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Server_Out_Of_Reach_Is_A_Failure_With_Its_Cause()
    {
        using var port = new ClosedPort();
        var record = new StackRecord(() => StackServer.ClientAt(port.Url, Once));

        var failure = await FailAsync(record);

        Assert.Equal($"DescribeStackResource: {failure.GetBaseException().Message}", failure.Message);
        Assert.IsType<System.Net.Sockets.SocketException>(failure.GetBaseException());
    }

    [Fact]
    public async Task Silence_Is_A_Failure_When_The_Calls_Time_Is_Up()
    {
        await using var server = await StackServer.StartAsync(
            config =>
            {
                Once(config);
                config.Timeout = TimeSpan.FromMilliseconds(100);
            },
            ServerAnswer.Silence);

        Assert.StartsWith("DescribeStackResource: ", (await FailAsync(server.Record)).Message, StringComparison.Ordinal);
    }

    /// <summary>The end of the invocation's time is told as such: the rules have to stop, and not to do without.</summary>
    [Fact]
    [Trait("rule", "L3")]
    public async Task The_End_Of_The_Invocations_Time_Is_No_Failure_Of_The_Call()
    {
        await using var server = await StackServer.StartAsync(ServerAnswer.Silence);
        using var deadline = new CancellationTokenSource();
        var asking = server.Record.DescribeAsync(StackServer.Event, deadline.Token);
        while (server.Calls.Count == 0)
        {
            await Task.Delay(1, CancellationToken.None);
        }

        await deadline.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
    }

    public static TheoryData<string> FailuresToConnect => [.. Failures.Keys];

    [Theory]
    [MemberData(nameof(FailuresToConnect))]
    public async Task A_Client_That_Cannot_Be_Made_Or_Used_Is_A_Failure(string name)
    {
        var failure = await FailAsync(new StackRecord(() => throw Failures[name]));

        Assert.Equal($"DescribeStackResource: {name}", failure.Message);
        Assert.Same(Failures[name], failure.InnerException);
    }

    [Fact]
    public async Task A_Defect_Of_Our_Own_Is_Not_Taken_For_CloudFormations_Silence()
    {
        var record = new StackRecord(() => throw new InvalidOperationException("defect"));

        await Assert.ThrowsAsync<InvalidOperationException>(() => record.DescribeAsync(StackServer.Event, CancellationToken.None));
    }

    private static readonly Dictionary<string, Exception> Failures = new Exception[]
    {
        new AmazonServiceException("refused"),
        new AmazonClientException("no region"),
        new HttpRequestException("no route"),
        new IOException("broken pipe"),
        new ArgumentException("no address"),
        new System.Xml.XmlException("no XML"),
        new TimeoutException("time is up"),
        new OperationCanceledException("given up"),
    }.ToDictionary(failure => failure.Message, StringComparer.Ordinal);

    private static void Once(StackClientConfig config) => config.MaxErrorRetry = 0;

    private static Task<StackRecordException> FailAsync(StackRecord record) =>
        Assert.ThrowsAsync<StackRecordException>(() => record.DescribeAsync(StackServer.Event, CancellationToken.None));
}
