using System.Text.Json.Nodes;
using BatchResource.Local.Bedrock;

namespace BatchResource.Local.Tests.Bedrock;

public sealed class ListTests : ControlPlaneTest
{
    [Fact]
    public async Task The_Latest_Job_Comes_First_Unless_The_Order_Is_Ascending()
    {
        await CreateJobsAsync("a", "b", "c");

        Assert.Equal(["c", "b", "a"], await NamesAsync(""));
        Assert.Equal(["c", "b", "a"], await NamesAsync("?sortOrder=Descending"));
        Assert.Equal(["a", "b", "c"], await NamesAsync("?sortBy=CreationTime&sortOrder=Ascending"));
    }

    [Theory]
    [InlineData("?nameContains=b", new[] { "ab", "b" })]
    [InlineData("?nameContains=B", new string[0])]
    [InlineData("?statusEquals=Failed", new[] { "b" })]
    [InlineData("?submitTimeAfter=2026-01-02T03%3A04%3A05Z", new[] { "ab", "b" })]
    [InlineData("?submitTimeBefore=2026-01-02T03%3A06%3A05.000Z", new[] { "b", "a" })]
    [InlineData("?submitTimeAfter=2026-01-02T03%3A04%3A05Z&nameContains=a&statusEquals=Submitted", new[] { "ab" })]
    public async Task Filters_Combine(string query, string[] names)
    {
        await StartAsync(new BedrockOptions { PlanFor = _ => JobPlan.Manual });
        await CreateJobAsync("a");
        Clock.Advance(TimeSpan.FromMinutes(1));
        Move(await CreateJobAsync("b"), JobStatus.Failed);
        Clock.Advance(TimeSpan.FromMinutes(1));
        await CreateJobAsync("ab");

        Assert.Equal(names, await NamesAsync(query));
    }

    [Theory]
    [InlineData("Ascending", new[] { "a", "b", "c", "d", "e" })]
    [InlineData("Descending", new[] { "e", "d", "c", "b", "a" })]
    public async Task Pages_Hold_Every_Job_Once_While_Others_Appear_And_Change(string order, string[] names)
    {
        await CreateJobsAsync("a", "b", "c", "d", "e");

        var first = await PageAsync($"?maxResults=2&sortOrder={order}");
        foreach (var job in ControlPlane.Jobs.Take(2))
            Move(job.JobArn, JobStatus.Failed);
        var second = await PageAsync($"?maxResults=2&sortOrder={order}&nextToken={first.Token}");
        var third = await PageAsync($"?maxResults=2&sortOrder={order}&nextToken={second.Token}");

        Assert.Equal(names, first.Names.Concat(second.Names).Concat(third.Names));
        Assert.Null(third.Token);
    }

    [Fact]
    public async Task A_Page_That_Is_Just_Full_Has_No_Token()
    {
        await CreateJobsAsync("a", "b");

        Assert.Null((await PageAsync("?maxResults=2")).Token);
    }

    [Fact]
    public async Task Filters_May_Come_After_Pages_So_That_A_Page_Can_Be_Empty()
    {
        await StartAsync(new BedrockOptions { Switches = new() { Paging = ListPaging.PageThenFilter, DefaultPageSize = 1 } });
        await CreateJobsAsync("wanted", "other");

        var first = await PageAsync("?nameContains=wanted");
        var second = await PageAsync($"?nameContains=wanted&nextToken={first.Token}");

        Assert.Empty(first.Names);
        Assert.Equal(["wanted"], second.Names);
    }

    [Fact]
    public async Task A_New_Job_May_Be_Missing_For_A_While()
    {
        await StartAsync(new BedrockOptions { Switches = new() { ListLag = TimeSpan.FromSeconds(5) } });
        await CreateJobAsync("a");

        Assert.Empty(await NamesAsync(""));
        Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(["a"], await NamesAsync(""));
    }

    [Theory]
    [InlineData(false, null)]
    [InlineData(true, "token-a")]
    public async Task Whether_Items_Carry_The_Token_Is_A_Switch(bool setting, string? token)
    {
        await StartAsync(new BedrockOptions { Switches = new() { ListReturnsToken = setting } });
        await CreateJobAsync("a");

        var item = (await GetAsync("/model-invocation-jobs")).Body["invocationJobSummaries"]![0]!;

        Assert.Equal(token, item["clientRequestToken"]?.GetValue<string>());
    }

    private async Task CreateJobsAsync(params string[] names)
    {
        foreach (var name in names)
            await CreateJobAsync(name);
    }

    private async Task<IReadOnlyList<string>> NamesAsync(string query) => (await PageAsync(query)).Names;

    private async Task<(IReadOnlyList<string> Names, string? Token)> PageAsync(string query)
    {
        var body = (await GetAsync("/model-invocation-jobs" + query)).Body;
        var names = body["invocationJobSummaries"]!.AsArray().Select(item => item!["jobName"]!.GetValue<string>());
        return ([.. names], body["nextToken"]?.GetValue<string>());
    }
}
