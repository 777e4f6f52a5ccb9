using BatchResource.Local.CloudFormation;
using BatchResource.Local.CloudFormation.Stacks;
using static BatchResource.Local.Tests.CloudFormation.FakeProvider;
using static BatchResource.Local.Tests.CloudFormation.Stacks;

namespace BatchResource.Local.Tests.CloudFormation;

/// <summary>Operations that are begun and go on by themselves, as behind an API.</summary>
public sealed class StackRunTests
{
    [Fact]
    public async Task An_Operation_Is_Under_Way_When_Begin_Returns_And_Goes_On_By_Itself()
    {
        await using var aws = await Stacks.StartAsync();
        var goOn = new TaskCompletionSource();
        aws.Lambda.OnEvent = async e =>
        {
            await goOn.Task;
            await SucceedAsync(e);
        };

        var creation = aws.Service.Engine.BeginCreate(Request(Job()));
        Assert.Equal(StackStatus.CreateInProgress, creation.Stack.Status);
        Assert.False(creation.Completion.IsCompleted);
        goOn.SetResult();
        await creation.Completion;
        Assert.Equal(StackStatus.CreateComplete, creation.Stack.Status);

        goOn = new();
        var update = aws.Service.Engine.BeginUpdate(Request(Job("""{ "Tag": "b" }""")))!;
        Assert.Equal(new StackStanding(StackStatus.UpdateInProgress, "User Initiated"), aws.Service.Engine.Find("stack")!.Standing);
        goOn.SetResult();
        await update.Completion;
        var deletion = aws.Service.Engine.BeginDelete(new("stack"))!;
        await deletion.Completion;
        Assert.Equal(StackStatus.DeleteComplete, deletion.Stack.Status);
    }

    [Fact]
    public async Task A_Refused_Request_Lets_Go_Of_The_Stack()
    {
        await using var aws = await Stacks.StartAsync();
        await aws.CreateAsync(Template(("Job", Job())));

        Assert.ThrowsAny<Exception>(() => aws.Service.Engine.BeginUpdate(new("stack", "no template", new Dictionary<string, string>())));
        Assert.Null(aws.Service.Engine.BeginUpdate(Request(Job())));

        Assert.Equal(StackStatus.UpdateComplete, (await aws.UpdateAsync(Template(("Job", Job("""{ "Tag": "b" }"""))))).Status);
    }

    [Fact]
    public async Task A_Stack_Is_Found_By_Its_Id_Even_When_It_Is_Deleted_And_Another_Has_Its_Name()
    {
        await using var aws = await Stacks.StartAsync();
        var first = await aws.CreateAsync(Template(("Job", Job())));
        await aws.Service.Engine.DeleteAsync(first.Identity.Id, CancellationToken.None);
        var second = await aws.CreateAsync(Template(("Job", Job())));

        var engine = aws.Service.Engine;
        Assert.Same(first, engine.Find(first.Identity.Id));
        Assert.Same(second, engine.Find("stack"));
        Assert.Equal([first, second], engine.History);
        Assert.Equal([second], engine.All);
        Assert.NotNull(first.DeletionTime);
        Assert.True(second.CreationTime >= first.DeletionTime);
        Assert.Throws<StackException>(() => engine.Existing(first.Identity.Id));
    }

    [Fact]
    public async Task A_Request_That_Is_Repeated_With_Its_Token_Is_The_Same_Operation()
    {
        await using var aws = await Stacks.StartAsync();
        var engine = aws.Service.Engine;
        var create = Request(Job()) with { ClientRequestToken = "one" };

        var creation = engine.BeginCreate(create);
        Assert.Same(creation, engine.BeginCreate(create));
        await creation.Completion;
        Assert.Same(creation, engine.BeginCreate(create));
        Assert.Throws<StackExistsException>(() => engine.BeginCreate(create with { ClientRequestToken = "other" }));

        var update = Request(Job("""{ "Tag": "b" }""")) with { ClientRequestToken = "two" };
        Assert.Same(engine.BeginUpdate(update), engine.BeginUpdate(update));
        await engine.BeginUpdate(update)!.Completion;
        var deletion = engine.BeginDelete(new("stack") { ClientRequestToken = "three" })!;
        await deletion.Completion;

        Assert.Equal(["Create Job", "Update Job Job-1", "Delete Job Job-1"], aws.Lambda.Story);
        Assert.Equal(["one", "two", "three"], creation.Stack.Events.Select(e => e.ClientRequestToken).Distinct());
    }

    [Fact]
    public async Task Every_Event_Has_An_Id_Of_Its_Own_And_The_Stacks()
    {
        await using var aws = await Stacks.StartAsync();
        await aws.CreateAsync(Template(("Job", Job()), ("Name", Parameter())));

        var stack = await aws.UpdateAsync(Template(("Job", Job("""{ "Tag": "b" }"""))));

        Assert.Distinct(stack.Events.Select(e => e.EventId));
        Assert.All(stack.Events, e => Assert.Equal(stack.Identity.Id, e.StackId));
        Assert.Equal(stack.Events.First(e => e.ResourceStatus == StackStatus.UpdateInProgress).Timestamp, stack.LastUpdatedTime);
        Assert.Equal(
            stack.Events.Last(e => e.LogicalResourceId == "Job").Timestamp,
            stack.Resources["Job"].Timestamp);
    }

    [Fact]
    public async Task A_Parameter_That_Is_Not_Kept_Takes_Its_Default()
    {
        await using var aws = await Stacks.StartAsync();
        const string Body = """
            {
              "Parameters": { "A": { "Type": "String", "Default": "a" }, "B": { "Type": "String", "Default": "b" } },
              "Resources": { "Job": { "Type": "Custom::Job", "Properties": {
                "ServiceToken": "arn:aws:lambda:us-east-1:123456789012:function:Provider", "A": { "Ref": "A" }, "B": { "Ref": "B" } } } }
            }
            """;
        var engine = aws.Service.Engine;
        await engine.CreateAsync(new("stack", Body, new Dictionary<string, string> { ["A"] = "1", ["B"] = "1" }), CancellationToken.None);

        var stack = await engine.UpdateAsync(
            new("stack", Body, new Dictionary<string, string>()) { PreviousParameters = new HashSet<string> { "B" } }, CancellationToken.None);

        Assert.Equal(("a", "1"), (stack!.Parameters["A"], stack.Parameters["B"]));
    }

    [Fact]
    public async Task What_Is_Under_Way_Is_Abandoned_With_The_Account_And_Ended_By_The_Next()
    {
        var aws = await Stacks.StartAsync();
        aws.Lambda.OnEvent = _ => Task.CompletedTask;
        var run = aws.Service.Engine.BeginCreate(Request(Job()));
        await aws.DisposeAsync();

        Assert.True(run.Completion.IsCanceled);
        Assert.Equal(StackStatus.CreateInProgress, run.Stack.Status);
        await using var next = await Stacks.StartAsync();
        next.Service.Engine.Restore(run.Stack);
        var resumed = Assert.Single(next.Service.Engine.ResumeAll());
        await resumed.Completion;
        Assert.Equal(StackStatus.RollbackComplete, resumed.Stack.Status);
        Assert.Empty(next.Service.Engine.ResumeAll());
    }

    private static StackRequest Request(System.Text.Json.Nodes.JsonObject job) =>
        new("stack", Template(("Job", job)), new Dictionary<string, string>());
}
