using BatchResource.EndToEnd.Tests.Support;
using BatchResource.Local;
using BatchResource.Local.Bedrock;
using BatchResource.Local.CloudFormation;

namespace BatchResource.EndToEnd.Tests.Faults;

/// <summary>
/// Deployments without rollback, with both orders in which CloudFormation may clean up after them; rollbacks that are continued without the
/// job; and jobs that the removal policy keeps.
/// </summary>
internal static class UnusualDeployments
{
    private const string Create = "CreateModelInvocationJob";
    private const string List = "ListModelInvocationJobs";

    public static IEnumerable<FaultRow> Rows =>
    [
        Unheard("failed creations are deleted first", new()) with
        {
            OnCreate = Outcome.Retried(created: 2, Outcome.Nothing),
            OnUpdate = Outcome.Retried(created: 2, Outcome.Nothing),
            OnDelete = Outcome.StackDeleted with { Created = 2, Told = Outcome.Nothing },
        },
        Unheard("failed creations are deleted last", new() { FailedCreation = FailedCreation.IsDeletedAfterTheRetry }) with
        {
            OnCreate = Outcome.Retried(created: 1, Outcome.Nothing),
        },
        Unheard("a failed update counts as not made", new() { FailedUpdate = FailedUpdate.CountsAsBefore }) with
        {
            OnUpdate = Outcome.Retried(created: 2, Outcome.Nothing),
        },
        Unheard("a failed update is taken back", new() { FailedUpdate = FailedUpdate.IsTakenBack }) with
        {
            OnUpdate = Outcome.Retried(created: 3, Outcome.Nothing),
        },
        Refused("failed creations are deleted first", new()) with
        {
            OnCreate = Outcome.Retried(created: 1, Outcome.Failed),
            OnUpdate = Outcome.Retried(created: 2, Outcome.Failed),
        },
        Refused("failed creations are deleted last", new() { FailedCreation = FailedCreation.IsDeletedAfterTheRetry }) with
        {
            OnCreate = Outcome.Retried(created: 1, Outcome.Failed),
        },
        Skipped("rollback skipped; the job is the new one", SkippedResource.KeepsReplacement, created: 3),
        Skipped("rollback skipped; the job is the old one", SkippedResource.KeepsOriginal, created: 2),
        new("jobs are kept")
        {
            Earlier = [new(Model: 2)],
            Settings = new() { IsRetained = true },
            OnCreate = Outcome.StackCreated,
            OnUpdate = Outcome.StackUpdated with { Created = 3, Active = 3 },
            OnDelete = Outcome.StackDeleted with { Created = 2, Active = 2, Told = Outcome.Nothing },
        },
    ];

    /// <summary>The provider's answer is taken, and CloudFormation never reads it.</summary>
    private static FaultRow Unheard(string name, CloudFormationBehavior behavior) => WithoutRollback($"answer never read; {name}") with
    {
        Answer = new(ResponseFault.Unheard),
        Settings = new()
        {
            CloudFormation = behavior,
            ServiceTimeout = TimeSpan.FromSeconds(15),
            CreateWindow = TimeSpan.FromSeconds(10),
        },
    };

    private static FaultRow Refused(string name, CloudFormationBehavior behavior) => WithoutRollback($"creation refused; {name}") with
    {
        Call = _ => CallFault.Answer(new Fault.Error(403, "AccessDeniedException", "You are not authorized.")) with { Operation = Create },
        Settings = new() { CloudFormation = behavior },
    };

    private static FaultRow WithoutRollback(string name) => new($"no rollback, {name}")
    {
        Operate = TryAgainAsync,
        OnCreate = null,
        OnUpdate = null,
        OnDelete = null,
    };

    /// <summary>A deployment fails and stays as it is; then the user does the same again, or deletes the stack.</summary>
    private static async Task<StackResult> TryAgainAsync(SampleRun run, FaultRow row, Operation operation)
    {
        var version = operation == Operation.Create ? new() : row.Update;
        var failed = await run.DeployAsync(version, isWithoutRollback: true);
        Assert.Contains(failed.Status, new[] { StackStatus.CreateFailed, StackStatus.UpdateFailed });
        await run.WaitUntilStoppedAsync();
        return operation == Operation.Delete ? await run.DeleteAsync() : await run.DeployAsync(version, isWithoutRollback: true);
    }

    /// <summary>The rollback cannot look for the job from before. The user skips the job, and changes a tag later.</summary>
    private static FaultRow Skipped(string name, SkippedResource skipped, int created) => new(name)
    {
        Call = _ => CallFault.Answer(new Fault.Error(403, "AccessDeniedException", "You are not authorized.")) with
        {
            Operation = List,
            First = 3,
            Count = 100,
        },
        Settings = new() { CloudFormation = new() { SkippedResource = skipped } },
        Operate = async (run, row, _) =>
        {
            Assert.Equal(StackStatus.UpdateRollbackFailed, (await run.DeployBesideFailureAsync(row.Update)).Status);
            run.Faults.Disarm();
            Assert.Equal(StackStatus.UpdateRollbackComplete, (await run.SkipJobAsync()).Status);
            return await run.DeployAsync(new(Tag: "later"));
        },
        OnCreate = null,
        OnUpdate = Outcome.StackUpdated with { Created = created },
        OnDelete = null,
    };
}
