using BatchResource.Local.CloudFormation;
using static BatchResource.Local.Tests.CloudFormation.FakeProvider;
using static BatchResource.Local.Tests.CloudFormation.Stacks;

namespace BatchResource.Local.Tests.CloudFormation;

/// <summary>One operation at a time for a stack, any number for an account.</summary>
public sealed class ConcurrencyTests
{
    [Fact]
    public async Task A_Stack_That_Is_Being_Updated_Refuses_Another_Update_And_A_Deletion()
    {
        await using var aws = await Stacks.StartAsync();
        await aws.CreateAsync(Template(("Job", Job("""{ "Tag": "a" }"""))));
        var (started, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        aws.Lambda.OnEvent = async e =>
        {
            started.TrySetResult();
            await goOn.Task;
            await SucceedAsync(e);
        };
        var update = aws.UpdateAsync(Template(("Job", Job("""{ "Tag": "b" }"""))));
        await started.Task;

        var second = await Assert.ThrowsAsync<StackException>(() => aws.UpdateAsync(Template(("Job", Job("""{ "Tag": "c" }""")))));
        await Assert.ThrowsAsync<StackException>(() => aws.DeleteAsync());
        goOn.SetResult();

        Assert.EndsWith("is in UPDATE_IN_PROGRESS state and can not be updated.", second.Message, StringComparison.Ordinal);
        Assert.Equal(StackStatus.UpdateComplete, (await update).Status);
        Assert.Equal(StackStatus.DeleteComplete, (await aws.DeleteAsync())!.Status);
    }

    [Fact]
    public async Task Two_Creations_Of_One_Stack_Make_One()
    {
        await using var aws = await Stacks.StartAsync();

        var creations = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
            await Record.ExceptionAsync(() => Task.Run(() => aws.CreateAsync(Template(("Job", Job())))))));

        Assert.Single(creations, failure => failure is null);
        Assert.Equal(7, creations.Count(failure => failure is StackException));
        Assert.Equal(["Create Job"], aws.Lambda.Story);
    }

    [Fact]
    public async Task Stacks_Are_Deployed_Beside_Each_Other()
    {
        await using var aws = await Stacks.StartAsync();
        var all = new TaskCompletionSource();
        aws.Lambda.OnEvent = async e =>
        {
            if (aws.Lambda.Events.Count == 4)
                all.TrySetResult();
            await all.Task;
            await SucceedAsync(e);
        };

        var stacks = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => aws.CreateAsync(Template(("Job", Job())), $"stack{i}")));

        Assert.All(stacks, stack => Assert.Equal(StackStatus.CreateComplete, stack.Status));
    }
}
