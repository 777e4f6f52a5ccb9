using System.Text.Json;
using BatchResource.Contract;
using BatchResource.Provider.Jobs;
using BatchResource.Provider.Logging;
using BatchResource.Provider.Tests.Simulation;

namespace BatchResource.Provider.Tests.Jobs;

/// <summary>The rules over a simulated Bedrock, on virtual time.</summary>
internal sealed class LifecycleHarness
{
    public static readonly JobOwner Owner =
        new("arn:aws:cloudformation:us-east-1:123456789012:stack/nightly/5a1c2b30-0000-1111-2222-333344445555", "Job");

    private readonly JobLifecycle lifecycle;
    private int requests;

    public LifecycleHarness(SimulatedBedrockSwitches? switches = null, Func<double>? random = null, bool showsCopies = false)
    {
        Bedrock = new SimulatedBedrock(Time, switches ?? new SimulatedBedrockSwitches());
        Service = new ScriptedService(Bedrock);
        Record = new SimulatedRecord(Time, Owner.LogicalResourceId, showsCopies: showsCopies);
        var log = new JobLog(new Log(new LogWriter(Log, Time)));
        lifecycle = new JobLifecycle(
            new JobCalls(Service, Options, Time, random ?? (() => 0.5), log), Record, Options, Time, log);
    }

    public static LifecycleOptions Options { get; } = new();

    public VirtualTime Time { get; } = new();

    public SimulatedBedrock Bedrock { get; }

    public ScriptedService Service { get; }

    /// <summary>What CloudFormation has written down; nothing, unless a test says so.</summary>
    public SimulatedRecord Record { get; }

    public MemoryStream Log { get; } = new();

    /// <summary>What was logged.</summary>
    public string Text => System.Text.Encoding.UTF8.GetString(Log.ToArray());

    /// <summary>The only job.</summary>
    public SimulatedJob Job => Assert.Single(Bedrock.Jobs);

    /// <summary>A new event, issued now.</summary>
    public JobEvent NewRequest() => new(Owner, $"request-{++requests}", Time.GetUtcNow());

    public JobStatus StatusOf(SimulatedJob job) => job.StatusAt(Time.GetUtcNow());

    public JobOutcome Create(ResourceVersion version, JobEvent? request = null, TimeSpan? deadline = null) =>
        Run(token => lifecycle.Create.RunAsync(request ?? NewRequest(), Read(version), token), deadline);

    public JobOutcome Update(
        string physicalId, ResourceVersion? previous, ResourceVersion wanted, JobEvent? request = null, TimeSpan? deadline = null) =>
        Run(
            token => lifecycle.Update.RunAsync(
                request ?? NewRequest(), physicalId, Read(wanted), previous is null ? null : Read(previous), token),
            deadline);

    public JobOutcome Delete(
        string physicalId,
        JobEvent? request = null,
        string? explicitName = null,
        TimeSpan? deadline = null,
        ResourceVersion? version = null) =>
        Run(
            token => lifecycle.Delete.RunAsync(
                request ?? NewRequest(),
                physicalId,
                explicitName,
                version is null ? null : DefinitionHash.Of(Read(version).Definition),
                token),
            deadline);

    /// <summary>What happens when CloudFormation did not get the answer to an event that started a job.</summary>
    public void Undo(SimulatedJob started, JobEvent request, TimeSpan? deadline = null) => Run(
        async token =>
        {
            var job = await Bedrock.GetAsync(started.Arn, token);
            await lifecycle.Abandoned.UndoAsync(request, job, deadline ?? TimeSpan.FromMinutes(1), token);
            return JobOutcome.Success(started.Arn.Value);
        },
        deadline);

    /// <summary>Lets another process start the job of an event, while the lifecycle under test waits for something.</summary>
    public Task StartElsewhere(ResourceVersion version, JobEvent request) =>
        Bedrock.CreateAsync(NewJob.For(request, Read(version), attempt: 1), CancellationToken.None);

    /// <summary>Lets another process note that it answers an event with a job.</summary>
    public Task AdoptElsewhere(SimulatedJob job, JobEvent request) => Bedrock.TagAsync(
        job.Arn,
        new Dictionary<string, string>(StringComparer.Ordinal) { [Claims.AdoptionKey(request.Mark)] = string.Empty },
        CancellationToken.None);

    /// <summary>Creates a job and makes sure that it worked.</summary>
    public SimulatedJob Created(ResourceVersion version)
    {
        var outcome = Create(version);
        Assert.Null(outcome.FailureReason);
        return Bedrock.Jobs.Single(job => job.Arn.Value == outcome.PhysicalResourceId);
    }

    /// <summary>The operations that were called while something was done.</summary>
    public string[] CallsDuring(Action action)
    {
        var before = Bedrock.Calls.Count;
        action();
        return [.. Bedrock.Calls.Skip(before)];
    }

    private static JobProperties Read(ResourceVersion version)
    {
        var result = PropertiesReader.Read(JsonSerializer.SerializeToElement(version.ToProperties()));
        Assert.Empty(result.Problems);
        return result.Properties!;
    }

    private JobOutcome Run(Func<CancellationToken, Task<JobOutcome>> action, TimeSpan? deadline)
    {
        using var cancellation = new CancellationTokenSource(deadline ?? TimeSpan.FromMinutes(14), Time);
        return Time.Run(() => action(cancellation.Token));
    }
}
