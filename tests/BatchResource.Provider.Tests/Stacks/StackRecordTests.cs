using BatchResource.Provider.Jobs;
using BatchResource.Provider.Tests.Support;

namespace BatchResource.Provider.Tests.Stacks;

/// <summary>The two questions to CloudFormation, over HTTP, and what its answers say.</summary>
[Trait("rule", "L12")]
public sealed class StackRecordTests
{
    private const string Resource = StackAnswers.Resource;
    private const string Events = StackAnswers.Events;

    private static readonly StackEntry Expected =
        new("Job", StackAnswers.Job, "DELETE_IN_PROGRESS", new DateTimeOffset(2026, 11, 25, 6, 0, 1, 500, TimeSpan.Zero));

    [Fact]
    public async Task It_Asks_For_The_Resource_Of_The_Event()
    {
        await using var server = await StackServer.StartAsync(new ServerAnswer(200, Resource));

        var entry = await server.Record.DescribeAsync(StackServer.Event, CancellationToken.None);

        Assert.Equal(Expected, entry);
        Assert.Equal([$"Action=DescribeStackResource LogicalResourceId=Job StackName={StackServer.StackId}"], server.Calls);
    }

    [Fact]
    public async Task It_Reads_Events_Page_By_Page()
    {
        var last = Events.Replace("<NextToken>more</NextToken>", string.Empty, StringComparison.Ordinal);
        await using var server = await StackServer.StartAsync(new ServerAnswer(200, Events), new ServerAnswer(200, last));

        var first = await server.Record.ListEventsAsync(StackServer.Event, null, CancellationToken.None);
        var second = await server.Record.ListEventsAsync(StackServer.Event, first.NextToken, CancellationToken.None);

        StackEntry[] expected =
        [
            new("Job", StackAnswers.Job, "UPDATE_COMPLETE", new DateTimeOffset(2026, 11, 25, 6, 0, 2, TimeSpan.Zero)),
            new("Role", string.Empty, "CREATE_IN_PROGRESS", new DateTimeOffset(2026, 11, 25, 6, 0, 1, TimeSpan.Zero)),
        ];
        Assert.Equal(expected, first.Events);
        Assert.Equal(expected, second.Events);
        Assert.Equal(("more", null), (first.NextToken, second.NextToken));
        Assert.Equal(
            [
                $"Action=DescribeStackEvents StackName={StackServer.StackId}",
                $"Action=DescribeStackEvents NextToken=more StackName={StackServer.StackId}",
            ],
            server.Calls);
    }

    [Fact]
    public async Task An_Empty_Token_Means_The_Last_Page()
    {
        var last = Events.Replace("<NextToken>more</NextToken>", "<NextToken/>", StringComparison.Ordinal);
        await using var server = await StackServer.StartAsync(new ServerAnswer(200, last));

        Assert.Null((await server.Record.ListEventsAsync(StackServer.Event, null, CancellationToken.None)).NextToken);
    }

    [Theory]
    [InlineData("2026-11-25T06:00:01.500Z", "2026-11-25T06:00:01.5000000+00:00")]
    [InlineData("2026-11-25T08:00:01+02:00", "2026-11-25T06:00:01.0000000+00:00")]
    [InlineData("2026-11-25T06:00:01", "2026-11-25T06:00:01.0000000+00:00")]
    [InlineData("yesterday", null)]
    [InlineData("", null)]
    public async Task A_Time_Is_Read_In_UTC_Or_Not_At_All(string text, string? time)
    {
        var answer = Resource.Replace("2026-11-25T06:00:01.500Z", text, StringComparison.Ordinal);
        await using var server = await StackServer.StartAsync(new ServerAnswer(200, answer));

        var entry = await server.Record.DescribeAsync(StackServer.Event, CancellationToken.None);

        Assert.Equal(time, entry.At?.ToString("o"));
        Assert.Equal(Expected with { At = entry.At }, entry);
    }

    [Fact]
    public async Task What_A_Resource_Does_Not_Tell_Is_Empty_Or_Null()
    {
        const string Bare = "<R><Result><StackResourceDetail><StackName>nightly</StackName></StackResourceDetail></Result></R>";
        await using var server = await StackServer.StartAsync(new ServerAnswer(200, Bare));

        Assert.Equal(
            new StackEntry(string.Empty, null, string.Empty, null),
            await server.Record.DescribeAsync(StackServer.Event, CancellationToken.None));
    }

    /// <summary>Most events need no answer of CloudFormation's, and a client takes time to make.</summary>
    [Fact]
    public async Task One_Client_Is_Made_When_The_First_Question_Is_Asked()
    {
        await using var server = await StackServer.StartAsync(new ServerAnswer(200, Resource));
        var made = 0;
        var record = new Provider.Stacks.StackRecord(() =>
        {
            made++;
            return StackServer.ClientAt(server.Url);
        });
        Assert.Equal(0, made);

        await record.DescribeAsync(StackServer.Event, CancellationToken.None);
        await record.DescribeAsync(StackServer.Event, CancellationToken.None);

        Assert.Equal((1, 2), (made, server.Calls.Count));
    }
}
