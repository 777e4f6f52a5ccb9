using System.Text;
using BatchResource.Provider.CloudFormation;
using BatchResource.Provider.Retry;
using BatchResource.Provider.Tests.Support;

namespace BatchResource.Provider.Tests.CloudFormation;

/// <summary>The answer is put to the URL exactly as it was signed, until it is taken or refused for good.</summary>
[Trait("rule", "L2")]
public sealed class ResponseSenderTests
{
    private const string Body = """{"Status":"SUCCESS","Reason":"größe"}""";
    private readonly LogCapture captured = new(TimeProvider.System);

    [Fact]
    public async Task The_Request_Is_What_The_URL_Was_Signed_For()
    {
        await using var server = await ScriptedServer.StartAsync(new ServerAnswer(200));
        Assert.Equal(Delivery.Taken, await SendAsync(server.Url));

        var request = Assert.Single(server.Requests);
        Assert.Equal(("PUT", TestEvent.Path + TestEvent.Query, Body), (request.Method, request.Target, request.Body));
        Assert.Equal(Encoding.UTF8.GetByteCount(Body).ToString(), request.Headers["Content-Length"]);
        Assert.Equal(["Content-Length", "Host"], request.Headers.Keys.Order(StringComparer.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(201)]
    [InlineData(204)]
    [InlineData(299)]
    public async Task Any_Success_Is_One(int status)
    {
        await using var server = await ScriptedServer.StartAsync(new ServerAnswer(status));
        Assert.Equal(Delivery.Taken, await SendAsync(server.Url));
        Assert.Empty(captured.Lines);
    }

    public static TheoryData<string> Passing => ["408", "429", "500", "502", "503", "504", nameof(ServerAnswer.Reset)];

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task What_May_Pass_Is_Tried_Again(string refusal)
    {
        var first = AnswerFor(refusal);
        await using var server = await ScriptedServer.StartAsync(first, first, new ServerAnswer(200));
        Assert.Equal(Delivery.Taken, await SendAsync(server.Url));

        Assert.Equal(3, server.Requests.Count);
        Assert.Single(server.Requests.Select(request => (request.Method, request.Target, request.Body)).Distinct());
        Assert.Equal(["1", "2"], captured.Lines.Select(line => line.GetProperty("attempt").GetString()));
        Assert.All(captured.Events, name => Assert.Equal(first == ServerAnswer.Reset ? "AnswerNotSent" : "AnswerRefused", name));
    }

    [Theory]
    [InlineData(300)]
    [InlineData(301)]
    [InlineData(307)]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(405)]
    [InlineData(411)]
    [InlineData(413)]
    [InlineData(499)]
    public async Task What_Is_Refused_For_Good_Is_Logged_And_Left(int status)
    {
        await using var server = await ScriptedServer.StartAsync(
            new ServerAnswer(status, "<Error><Code>SignatureDoesNotMatch</Code></Error>"));
        Assert.Equal(Delivery.NotTaken, await SendAsync(server.Url));

        Assert.Single(server.Requests);
        Assert.Equal(["AnswerRefused", "AnswerLost"], captured.Events);
        Assert.Equal(status.ToString(), captured.Lines[0].GetProperty("statusCode").GetString());
        Assert.All(captured.Lines, line => Assert.Equal("127.0.0.1", line.GetProperty("host").GetString()));
    }

    [Fact]
    public async Task A_Redirect_Is_Not_Followed_Since_It_Would_Tell_The_Credential_Elsewhere()
    {
        await using var elsewhere = await ScriptedServer.StartAsync(new ServerAnswer(200));
        await using var server = await ScriptedServer.StartAsync(
            new ServerAnswer(301, string.Empty, ("Location", $"{elsewhere.Url}/")), new ServerAnswer(200));
        Assert.Equal(Delivery.NotTaken, await SendAsync(server.Url));
        Assert.Empty(elsewhere.Requests);
    }

    /// <summary>The URL was signed for these headers: what a bucket, or a proxy before it, wants remembered is not sent back.</summary>
    [Fact]
    public async Task A_Cookie_Is_Not_Sent_Back()
    {
        await using var server = await ScriptedServer.StartAsync(
            new ServerAnswer(503, string.Empty, ("Set-Cookie", "session=1; Path=/")), new ServerAnswer(200));
        Assert.Equal(Delivery.Taken, await SendAsync(server.Url));
        Assert.All(server.Requests, request => Assert.DoesNotContain("Cookie", request.Headers.Keys));
    }

    [Fact]
    public async Task A_Filter_Sees_Every_Request_First()
    {
        await using var server = await ScriptedServer.StartAsync(new ServerAnswer(200));
        using var filter = new Filter();
        using var client = ResponseSender.CreateClient(filter);

        using var response = await client.GetAsync(new Uri($"{server.Url}/path"));

        Assert.Equal(["/path"], filter.Seen);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_Server_Out_Of_Reach_Is_Tried_Until_Time_Is_Up()
    {
        using var port = new ClosedPort();
        using var deadline = new CancellationTokenSource();
        var sending = SendAsync(port.Url, deadline.Token);
        while (captured.Text.Split('\n').Length < 4)
        {
            await Task.Delay(1, CancellationToken.None);
        }

        await deadline.CancelAsync();
        Assert.NotEqual(Delivery.Taken, await sending);
        Assert.Equal("AnswerLost", captured.Events.Last());
        Assert.All(captured.Events.SkipLast(1), name => Assert.Equal("AnswerNotSent", name));
        Assert.Equal("HttpRequestException", captured.Lines[0].GetProperty("failure").GetString());
    }

    [Fact]
    public async Task Time_That_Is_Up_Ends_A_Try_That_Gets_No_Answer()
    {
        await using var server = await ScriptedServer.StartAsync(ServerAnswer.Silence);
        using var deadline = new CancellationTokenSource();
        var sending = SendAsync(server.Url, deadline.Token);
        while (server.Requests.Count == 0)
        {
            await Task.Delay(1, CancellationToken.None);
        }

        await deadline.CancelAsync();
        Assert.Equal(Delivery.Unknown, await sending);
        Assert.Equal(["AnswerNotSent", "AnswerLost"], captured.Events);
    }

    [Theory]
    [InlineData(403)]
    [InlineData(500)]
    public async Task Nothing_Of_The_Query_Is_Logged(int status)
    {
        await using var server = await ScriptedServer.StartAsync(new ServerAnswer(status), ServerAnswer.Reset, new ServerAnswer(404));
        Assert.NotEqual(Delivery.Taken, await SendAsync(server.Url));
        Assert.NotEmpty(captured.Lines);
        Assert.DoesNotContain(TestEvent.Secret, captured.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("X-Amz", captured.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("SummariesJob", captured.Text, StringComparison.Ordinal);
    }

    private static ServerAnswer AnswerFor(string refusal) =>
        refusal == nameof(ServerAnswer.Reset) ? ServerAnswer.Reset : new ServerAnswer(int.Parse(refusal));

    private async Task<Delivery> SendAsync(string server, CancellationToken cancellationToken = default)
    {
        using var client = ResponseSender.CreateClient();
        var backoff = new Backoff(TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(1), () => 1);
        var sender = new ResponseSender(client, backoff, TimeProvider.System);
        var url = ResponseUrl.TryParse(server + TestEvent.Path + TestEvent.Query)!;
        return await sender.SendAsync(url, Encoding.UTF8.GetBytes(Body), captured.Log, cancellationToken);
    }

    private sealed class Filter : DelegatingHandler
    {
        public List<string> Seen { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Seen.Add(request.RequestUri!.AbsolutePath);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
