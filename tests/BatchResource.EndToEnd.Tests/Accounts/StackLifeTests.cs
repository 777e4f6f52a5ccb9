using BatchResource.EndToEnd.Tests.Support;
using BatchResource.Local.CloudFormation;

namespace BatchResource.EndToEnd.Tests.Accounts;

/// <summary>The same life of a stack on the local AWS and, where somebody asks for it, in a real account.</summary>
public sealed class StackLifeTests
{
    [Fact]
    public async Task A_Stack_Lives_As_Documented_On_The_Local_Aws()
    {
        await using var account = await LocalAccount.StartAsync();
        await LiveAsync(account);
    }

    [RealAccountFact]
    public async Task A_Stack_Lives_As_Documented_In_A_Real_Account()
    {
        await using var account = new RealAccount();
        await LiveAsync(account);
    }

    [Fact]
    public async Task The_Assembly_For_A_Real_Account_Deploys_Under_Its_Own_Name()
    {
        using var assembly = await EditedAssembly.CreateAsync("AnotherName", template => new SampleVersion(Model: 1).ApplyTo(template));
        await using var aws = await Local.LocalAws.StartAsync();

        var stack = await aws.DeployAsync(assembly.Folder, SampleStack.Name);

        stack.EnsureSucceeded();
        Assert.Equal("AnotherName", stack.StackName);
        Assert.EndsWith(new SampleVersion(Model: 1).ModelId, Assert.Single(aws.Jobs).ModelId, StringComparison.Ordinal);
    }

    // A real job may have ended before it could be stopped, so nothing is said of how jobs end.
    private static async Task LiveAsync(IStackAccount account)
    {
        var created = await account.DeployAsync(new(Tag: "1"));
        Assert.Equal(StackStatus.CreateComplete, created.Status);
        Assert.Equal(created.JobArn, Assert.Single(await account.JobsAsync()).JobArn);

        var tagged = await account.DeployAsync(new(Tag: "2"));
        Assert.Equal(StackStatus.UpdateComplete, tagged.Status);
        Assert.Equal(created.JobArn, tagged.JobArn);
        Assert.Single(await account.JobsAsync());
        Assert.Equal("2", await account.TagAsync(tagged.JobArn, "version"));

        var changed = await account.DeployAsync(new(Model: 1));
        Assert.Equal(StackStatus.UpdateComplete, changed.Status);
        var two = await account.JobsAsync();
        Assert.Equal([created.JobArn, changed.JobArn], two.Select(job => job.JobArn));
        Assert.False(two[0].IsActive, $"the job before is still {two[0].Status}");

        var rolledBack = await account.DeployBesideFailureAsync(new(Model: 2));
        Assert.Equal(StackStatus.UpdateRollbackComplete, rolledBack.Status);
        Assert.Equal(changed.JobArn, rolledBack.JobArn);
        var three = await account.JobsAsync();
        Assert.Equal([created.JobArn, changed.JobArn], three.Take(2).Select(job => job.JobArn));
        Assert.False(Assert.Single(three.Skip(2)).IsActive, $"the job of the update that failed is still {three[2].Status}");

        await account.DeleteAsync();
    }
}
