using BatchResource.EndToEnd.Tests.Support;
using BatchResource.Local;
using BatchResource.Local.CloudFormation;

namespace BatchResource.EndToEnd.Tests.Faults;

/// <summary>One fault while one operation is carried out.</summary>
internal sealed class FaultCell(FaultRow row, Operation operation)
{
    public static async Task HoldsAsync(string fault, Operation operation)
    {
        var row = FaultTable.Rows.Single(row => row.Name == fault);
        try
        {
            var outcome = await new FaultCell(row, operation).RunAsync();
            FaultMatrix.Record(row, operation, $"held, {outcome.Created} created, {outcome.Active} active, {outcome.Told}");
        }
        catch
        {
            FaultMatrix.Record(row, operation, "BROKEN");
            throw;
        }
    }

    private async Task<Outcome> RunAsync()
    {
        await using var run = await SampleRun.StartAsync(row.Settings);
        foreach (var version in operation == Operation.Create ? [] : row.Earlier.Append(new SampleVersion()))
            (await run.DeployAsync(version)).EnsureSucceeded();
        await run.WaitUntilQuietAsync();
        var (before, job) = (run.Events.Count, run.PhysicalId);

        run.Faults.Arm(row.Call?.Invoke(operation), row.Answer);
        var stack = await OperateAsync(run);
        await run.WaitUntilQuietAsync();
        run.Faults.Disarm();

        var told = run.Events.ElementAtOrDefault(before)?.Told?.Status ?? Outcome.Nothing;
        var outcome = new Outcome(stack.Status, run.Jobs.Count, run.ActiveJobs.Count, told);
        Assert.True(outcome == row.On(operation), $"expected {row.On(operation)}\n but was {outcome}\n{Report(run)}");
        Assert.True(row.IsSettingOnly || run.Faults.Hits > 0, "the fault did not happen");
        if (stack.Status == StackStatus.UpdateRollbackComplete && row.Operate is null)
            Assert.Equal(job, run.PhysicalId);
        if (stack.Status != StackStatus.DeleteFailed && !row.Settings.IsRetained)
            Assert.All(run.ActiveJobs, active => Assert.Equal(run.PhysicalId, active.JobArn));

        if (stack.Status != StackStatus.DeleteComplete)
            (await run.DeleteAsync()).EnsureSucceeded();
        Assert.Equal(row.Settings.IsRetained ? outcome.Active : 0, run.ActiveJobs.Count);
        Assert.Equal(outcome.Created, run.Jobs.Count);
        await run.AssertSoundAsync();
        run.AssertAnswersAgree();
        return outcome;
    }

    private Task<StackResult> OperateAsync(SampleRun run) => operation switch
    {
        _ when row.Operate is { } operate => operate(run, row, operation),
        Operation.Create => DeployAsync(run, new()),
        Operation.Update => DeployAsync(run, row.Update),
        _ => run.DeleteAsync(),
    };

    private Task<StackResult> DeployAsync(SampleRun run, SampleVersion version) =>
        row.IsInterruption ? run.DeployBesideFailureAsync(version, run.Faults.Interruption) : run.DeployAsync(version);

    private static string Report(SampleRun run) => string.Join('\n', run.Events.Select(e => e.ToString()).Concat(run.Log));
}
