using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using BatchResource.Local.CloudFormation;
using BatchResource.Local.CloudFormation.Stacks;
using BatchResource.Local.Tests.CloudFormation;
using static BatchResource.Local.Tests.CloudFormation.FakeProvider;

namespace BatchResource.Local.Tests.State;

/// <summary>
/// What is on disk is copied at every event of an operation, as if the process had been killed there; each copy must lead back to a
/// sound stack, with exactly the things in the world that the stack knows of.
/// </summary>
public sealed class KillTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("kill-tests-").FullName;

    private string FilePath => Path.Combine(folder, "stack.jsonl");

    [Fact]
    public async Task A_Creation_That_Was_Killed_Anywhere_Can_Be_Done_Again()
    {
        var kills = await RecordAsync(_ => Task.CompletedTask, aws => aws.CreateAsync(Template("a")));

        Assert.True(kills.Count > 5);
        foreach (var kill in kills)
            await ProveAsync(kill, "a");
    }

    [Fact]
    public async Task An_Update_That_Was_Killed_Anywhere_Can_Be_Done_Again()
    {
        var kills = await RecordAsync(aws => aws.CreateAsync(Template("a")), aws => aws.UpdateAsync(Template("b")));

        Assert.True(kills.Count > 5);
        foreach (var kill in kills)
            await ProveAsync(kill, "b");
    }

    [Fact]
    public async Task An_Update_That_Fails_And_Was_Killed_Anywhere_Can_Be_Done_Again()
    {
        var kills = await RecordAsync(
            aws => aws.CreateAsync(Template("a")),
            aws =>
            {
                aws.Failures["Name"] = new() { Operations = FailingOperations.Update };
                return aws.UpdateAsync(Template("b"));
            });

        Assert.True(kills.Count > 8);
        foreach (var kill in kills)
            await ProveAsync(kill, "b");
    }

    [Fact]
    public async Task A_Deletion_That_Was_Killed_Anywhere_Can_Be_Done_Again()
    {
        var kills = await RecordAsync(aws => aws.CreateAsync(Template("a")), aws => aws.DeleteAsync());

        foreach (var kill in kills)
            await ProveAsync(kill, "a");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>Runs the operation and takes a copy of disk and world at each of its events.</summary>
    private async Task<List<Kill>> RecordAsync(Func<Stacks, Task> prepare, Func<Stacks, Task> operate)
    {
        var world = new World();
        var kills = new List<Kill>();
        var isRecording = false;
        var file = new StackFile(FilePath);
        await using var aws = await Stacks.StartAsync(observer: (stack, e) =>
        {
            file.Record(stack, e);
            if (isRecording)
                kills.Add(new(File.ReadAllText(FilePath), [.. world.Things.Keys]));
        });
        aws.Lambda.OnEvent = world.AnswerAsync;
        await prepare(aws);
        isRecording = true;
        await operate(aws);
        return kills;
    }

    private async Task ProveAsync(Kill kill, string model)
    {
        await File.WriteAllTextAsync(FilePath, kill.Text);
        var world = new World(kill.Things);
        await using var aws = await Stacks.StartAsync();
        aws.Lambda.OnEvent = world.AnswerAsync;
        aws.Service.Engine.Restore(new StackFile(FilePath).Read());
        var engine = aws.Service.Engine;

        await engine.ResumeAsync("stack", CancellationToken.None);
        var stack = engine.Find("stack")!;
        Assert.DoesNotContain("IN_PROGRESS", stack.Status, StringComparison.Ordinal);
        AssertSound(stack, world);

        if (stack.Status == StackStatus.RollbackComplete)
            await aws.DeleteAsync();
        stack = stack.Status is StackStatus.RollbackComplete or StackStatus.DeleteComplete
            ? await aws.CreateAsync(Template(model))
            : await engine.UpdateAsync(new("stack", Template(model), new Dictionary<string, string>()), CancellationToken.None) ?? stack;
        Assert.True(stack.Status is StackStatus.CreateComplete or StackStatus.UpdateComplete, stack.Status);
        AssertSound(stack, world);
        Assert.Equal(model, stack.Resources["Job"].Current.Properties["Model"]!.ToString());
    }

    private static void AssertSound(StackState stack, World world) =>
        Assert.Equal(stack.Resources.Values.Where(resource => resource.Type == "Custom::Job").Select(resource => resource.Current.PhysicalId!).Order(), world.Things.Keys.Order());

    private static string Template(string model)
    {
        var name = Stacks.Resource("AWS::SSM::Parameter", $$"""{ "Value": { "Fn::Sub": "{{model}} ${Job}" } }""");
        return Stacks.Template(("Job", Stacks.Job($$"""{ "Model": "{{model}}" }""")), ("Name", name));
    }

    private sealed record Kill(string Text, IReadOnlyList<string> Things);

    /// <summary>A provider that makes a thing for each model, finds it again, and deletes everything when it is not told which.</summary>
    private sealed class World
    {
        public World(IEnumerable<string>? things = null)
        {
            foreach (var thing in things ?? [])
                Things[thing] = true;
        }

        public ConcurrentDictionary<string, bool> Things { get; } = new();

        public Task<int> AnswerAsync(JsonObject e)
        {
            if (e["RequestType"]!.ToString() != "Delete")
            {
                var thing = $"thing-{e["ResourceProperties"]!["Model"]}";
                Things[thing] = true;
                return SucceedAsync(e, thing);
            }

            var id = e["PhysicalResourceId"]!.ToString();
            if (id.StartsWith("thing-", StringComparison.Ordinal))
                Things.TryRemove(id, out _);
            else
                Things.Clear();
            return SucceedAsync(e);
        }
    }
}
