using BatchResource.Local.CloudFormation;
using BatchResource.Local.CloudFormation.Stacks;
using BatchResource.Local.Ground;
using BatchResource.Local.Tests.CloudFormation;
using BatchResource.Local.Tests.Time;

namespace BatchResource.Local.Tests.State;

public sealed class StackFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("stack-file-tests-").FullName;

    private string FilePath => Path.Combine(folder, "stack.jsonl");

    [Fact]
    public async Task A_Stack_Comes_Back_As_It_Was()
    {
        var file = new StackFile(FilePath);
        await using var aws = await Stacks.StartAsync(observer: file.Record);
        var name = Stacks.Parameter();
        name["DeletionPolicy"] = "Retain";
        name["DependsOn"] = "Job";
        var stack = await aws.CreateAsync(Stacks.Template(("Job", Stacks.Job("""{ "Deep": [{ "A": 1 }] }""")), ("Name", name)));

        var restored = file.Read();

        Assert.Equal(stack.Identity, restored.Identity);
        Assert.Equal(StackStatus.CreateComplete, restored.Status);
        Assert.Equal(stack.TemplateBody, restored.TemplateBody);
        Assert.Equal(stack.Events.ToList(), restored.Events.ToList());
        var (before, after) = (stack.Resources["Name"], restored.Resources["Name"]);
        Assert.Equal(before.Current.PhysicalId, after.Current.PhysicalId);
        Assert.Equal(before.Current.Attributes.ToJsonString(), after.Current.Attributes.ToJsonString());
        Assert.Equal("Retain", after.DeletionPolicy);
        Assert.Equal(["Job"], after.Dependencies);
        Assert.Equal("1", restored.Resources["Job"].Current.Properties["Deep"]![0]!["A"]!.ToJsonString());
    }

    [Fact]
    public async Task A_Deleted_Stack_Is_Found_By_Its_Arn_In_The_Next_Process_Also_When_Another_Has_Its_Name()
    {
        var kept = new StackFolder(folder);
        await using var aws = await Stacks.StartAsync(observer: kept.Record);
        var first = await aws.CreateAsync(Stacks.Template(("Name", Stacks.Parameter("1"))));
        await aws.DeleteAsync();
        var second = await aws.CreateAsync(Stacks.Template(("Name", Stacks.Parameter("2"))));

        await using var next = await Stacks.StartAsync();
        foreach (var stack in new StackFolder(folder).ReadAll())
            next.Service.Engine.Restore(stack);

        Assert.Equal(StackStatus.DeleteComplete, next.Service.Engine.Find(first.Identity.Id)!.Status);
        Assert.Equal(first.Events.Count, next.Service.Engine.Find(first.Identity.Id)!.Events.Count);
        Assert.Equal(second.Identity.Id, next.Service.Engine.Find("stack")!.Identity.Id);
    }

    [Fact]
    public async Task A_Stack_Is_Forgotten_Ninety_Days_After_Its_Deletion()
    {
        var time = new ManualTime();
        var kept = new StackFolder(folder);
        await using var aws = await Stacks.StartAsync(observer: kept.Record, clock: time);
        var template = Stacks.Template(("Name", Stacks.Parameter()));
        var first = await aws.CreateAsync(template, "again");
        await aws.DeleteAsync("again");
        var second = await aws.CreateAsync(template, "again");
        var other = await aws.CreateAsync(template, "other");
        await aws.DeleteAsync("other");

        time.Advance(StackState.Remembrance);
        Assert.NotNull(aws.Service.Engine.Find(first.Identity.Id));
        Assert.Equal(3, new StackFolder(folder).ReadAll(time.GetUtcNow()).Count);

        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(aws.Service.Engine.Find(first.Identity.Id));
        Assert.Null(aws.Service.Engine.Find("other"));
        Assert.Equal([second], aws.Service.Engine.History);
        Assert.Equal(3, Directory.GetFiles(folder, "*.jsonl", SearchOption.AllDirectories).Length);

        var read = new StackFolder(folder).ReadAll(time.GetUtcNow());
        Assert.Equal(second.Identity.Id, Assert.Single(read).Identity.Id);
        Assert.Single(Directory.GetFiles(folder, "*.jsonl", SearchOption.AllDirectories));
        Assert.NotEqual(other.Identity.Id, second.Identity.Id);
    }

    [Fact]
    public async Task What_Is_Forgotten_Goes_While_The_Process_Runs_Too()
    {
        var time = new ManualTime();
        var kept = new StackFolder(folder);
        await using var aws = await Stacks.StartAsync(observer: kept.Record, clock: time);
        var template = Stacks.Template(("Name", Stacks.Parameter()));
        for (var i = 0; i < 3; i++)
        {
            await aws.CreateAsync(template);
            await aws.DeleteAsync();
            time.Advance(StackState.Remembrance - TimeSpan.FromDays(1));
        }

        var last = await aws.CreateAsync(template);

        var stacks = new StackFolder(folder).ReadAll();
        Assert.Equal(2, stacks.Count);
        Assert.Equal(last.Identity.Id, stacks[^1].Identity.Id);
    }

    [Fact]
    public async Task A_Change_Set_Comes_Back_And_Can_Be_Executed()
    {
        var file = new StackFile(FilePath);
        await using var aws = await Stacks.StartAsync(observer: file.Record);
        var stack = await aws.CreateAsync(Stacks.Template(("Job", Stacks.Job("""{ "Tag": "a" }"""))));
        var request = new StackRequest("stack", Stacks.Template(("Job", Stacks.Job("""{ "Tag": "b" }"""))), new Dictionary<string, string>())
        {
            PreviousParameters = new HashSet<string> { "P" },
            Tags = new Dictionary<string, string> { ["k"] = "v" },
        };
        var set = aws.Service.Engine.ChangeSets.Create(new("next", request) { Description = "what for" });
        aws.Service.Engine.Protect("stack", isProtected: true);
        file.Save(stack);

        await using var next = await Stacks.StartAsync();
        next.Service.Engine.Restore(file.Read());
        var restored = next.Service.Engine.ChangeSets.Find(set.Id, null);

        Assert.True(restored.Stack.IsProtected);
        Assert.Equal((set.Description, set.Revision), (restored.Set.Description, restored.Set.Revision));
        Assert.Equal(set.CreationTime, restored.Set.CreationTime);
        Assert.Equal(["P"], restored.Set.Request.PreviousParameters!);
        Assert.Equal(
            set.Changes.Select(change => (change.LogicalId, change.Replacement, change.Details.Single().After)),
            restored.Set.Changes.Select(change => (change.LogicalId, change.Replacement, change.Details.Single().After)));
        await next.Service.Engine.ChangeSets.BeginExecute(new("next", "stack")).Completion;
        Assert.Equal(StackStatus.UpdateComplete, restored.Stack.Status);
    }

    [Fact]
    public async Task A_Line_That_Was_Cut_Off_By_A_Kill_Is_As_If_It_Had_Not_Been_Begun()
    {
        var file = new StackFile(FilePath);
        await using var aws = await Stacks.StartAsync(observer: file.Record);
        await aws.CreateAsync(Stacks.Template(("Name", Stacks.Parameter())));
        var whole = file.Read().Events.Count;

        await File.AppendAllTextAsync(FilePath, """{"event":{"timest""");

        Assert.Equal(whole, file.Read().Events.Count);
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("{}\n", 1)]
    [InlineData("not json\n", 1)]
    public void A_Damaged_File_Is_Named_And_Left_As_It_Is(string text, int line)
    {
        File.WriteAllText(FilePath, text);

        var refusal = Assert.Throws<StateException>(() => new StackFile(FilePath).Read());

        Assert.Equal($"{FilePath} is damaged in line {line}; delete it to forget the stack", refusal.Message);
        Assert.Equal(text, File.ReadAllText(FilePath));
    }

    [Fact]
    public async Task Damage_After_The_First_Line_Is_Named_By_Its_Line()
    {
        var file = new StackFile(FilePath);
        await using var aws = await Stacks.StartAsync(observer: file.Record);
        await aws.CreateAsync(Stacks.Template(("Name", Stacks.Parameter())));

        await File.AppendAllTextAsync(FilePath, "{}\n");

        Assert.Contains("line 2", Assert.Throws<StateException>(file.Read).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_Folder_Belongs_To_One_Process_At_A_Time()
    {
        using var first = StateFolder.Open(folder);

        var refusal = Assert.Throws<StateException>(() => StateFolder.Open(folder));

        Assert.Contains("is in use by another process", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_Folder_Is_Free_Again_When_Its_Holder_Has_Gone()
    {
        StateFolder.Open(folder).Dispose();

        using var second = StateFolder.Open(folder);

        Assert.Equal(Path.Combine(folder, "stacks"), second.Stacks);
    }

    [Fact]
    public void A_Temporary_Folder_Leaves_Nothing()
    {
        var temporary = StateFolder.Open(null);
        Directory.CreateDirectory(temporary.Buckets);

        temporary.Dispose();

        Assert.Null(temporary.Stacks);
        Assert.False(Directory.Exists(temporary.Buckets));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
