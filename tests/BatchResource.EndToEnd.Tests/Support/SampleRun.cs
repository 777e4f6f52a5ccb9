using BatchResource.Contract;
using BatchResource.EndToEnd.Tests.Faults;
using BatchResource.Local;
using BatchResource.Local.Bedrock;
using BatchResource.Local.CloudFormation;
using BatchResource.Local.Lambda;

namespace BatchResource.EndToEnd.Tests.Support;

/// <summary>The sample app's stack in a local AWS of its own, where the published provider answers CloudFormation.</summary>
internal sealed class SampleRun : IAsyncDisposable
{
    /// <summary>No test takes nearly as long: what does hangs.</summary>
    private static readonly TimeSpan HangGuard = TimeSpan.FromMinutes(5);

    private readonly string assembly;
    private readonly RunSettings settings;
    private readonly CancellationTokenSource guard = new(HangGuard);
    private int deployments;

    private SampleRun(string assembly, RunSettings settings, LocalAws aws, FaultScript faults) =>
        (this.assembly, this.settings, Aws, Faults) = (assembly, settings, aws, faults);

    public LocalAws Aws { get; }

    /// <summary>What goes wrong.</summary>
    public FaultScript Faults { get; }

    /// <summary>Every job that ever existed.</summary>
    public IReadOnlyList<ModelInvocationJob> Jobs => Aws.Jobs;

    /// <summary>The jobs that nobody has stopped and that have not ended.</summary>
    public IReadOnlyList<ModelInvocationJob> ActiveJobs =>
        [.. Aws.Jobs.Where(job => job.Status != JobStatus.Stopping && !JobStatus.IsTerminal(job.Status))];

    /// <summary>The stack as it is now, or null when there never was one.</summary>
    public StackResult? Stack => Aws.Describe(SampleStack.Name);

    /// <summary>What CloudFormation knows the job by, or null.</summary>
    public string? PhysicalId =>
        Stack?.Resources.Values.FirstOrDefault(resource => resource.Type == ResourceType.BatchInferenceJob)?.PhysicalId;

    /// <summary>Every event that CloudFormation has sent.</summary>
    public IReadOnlyList<ProviderEvent> Events => ProviderEvent.Read(Aws.Lambda.Attempts, Aws.Responses);

    /// <summary>Every line of the provider's log.</summary>
    public IReadOnlyList<string> Log
    {
        get
        {
            var functions = Aws.Lambda.Attempts.Select(attempt => attempt.FunctionArn).Distinct();
            return [.. functions.SelectMany(function => Aws.Lambda.Logs(function)).Select(line => line.Text)];
        }
    }

    public static async Task<SampleRun> StartAsync(RunSettings? settings = null)
    {
        settings ??= new();
        var assembly = await SampleAssembly.FolderAsync;
        var faults = new FaultScript { PageSize = settings.PageSize };
        var aws = await LocalAws.StartAsync(new()
        {
            CloudFormation = settings.CloudFormation,
            Bedrock = settings.Bedrock,
            BedrockFaults = faults,
            ResponseFault = _ => faults.OnAnswer(),
            PlanFor = settings.PlanFor,
            FunctionEnvironment = settings.Environment,
        });
        faults.Attach(aws);
        return new(assembly, settings, aws, faults);
    }

    /// <summary>Creates the stack or brings it to that version.</summary>
    public Task<StackResult> DeployAsync(SampleVersion version, bool isWithoutRollback = false)
    {
        deployments++;
        return Aws.DeployAsync(
            assembly,
            new DeployOptions
            {
                StackName = SampleStack.Name,
                DisableRollback = isWithoutRollback,
                EditTemplate = template =>
                {
                    version.ApplyTo(template);
                    SampleStack.AddOthers(template, deployments);
                    SampleStack.SetTimes(template, settings);
                    if (settings.IsRetained)
                        SampleStack.Retain(template);
                    SampleStack.Forbid(template, settings.Forbidden);
                },
            },
            guard.Token);
    }

    /// <summary>Deploys a version while another resource fails.</summary>
    /// <param name="version">The version.</param>
    /// <param name="when">When it fails, whatever the job does by then; null for after the job has been changed.</param>
    public async Task<StackResult> DeployBesideFailureAsync(SampleVersion version, Task? when = null)
    {
        var other = when is null ? SampleStack.Follower : SampleStack.Neighbour;
        Aws.Failures[other] = new SimulatedFailure { Reason = $"Simulated failure of the {other}", When = when };
        var stack = await DeployAsync(version);
        Aws.Failures.Clear();
        return stack;
    }

    /// <summary>Continues a rollback that failed, without the job.</summary>
    public Task<StackResult> SkipJobAsync() => Aws.RollbackAsync(
        SampleStack.Name,
        Stack!.Resources.Where(resource => resource.Value.Type == ResourceType.BatchInferenceJob).Select(resource => resource.Key),
        guard.Token);

    /// <summary>Deletes the stack.</summary>
    public async Task<StackResult> DeleteAsync() =>
        await Aws.DeleteAsync(SampleStack.Name, guard.Token) ?? throw new InvalidOperationException("there is no stack to delete");

    /// <summary>Delivers an event once more, as asynchronous invocation may do, and waits until the provider is done with it.</summary>
    public Task<InvocationAttempt> DeliverAgainAsync(ProviderEvent e)
    {
        var attempt = Aws.Lambda.Attempts.First(attempt => ProviderEvent.Read([attempt], [])[0].RequestId == e.RequestId);
        return Aws.Lambda.InvokeAsync(attempt.FunctionArn, attempt.Payload, guard.Token);
    }

    /// <summary>Waits until no event is under way, repetitions of lost ones included.</summary>
    public async Task WaitUntilQuietAsync()
    {
        while (LastAttempts().Any(IsUnderWay))
            await Task.Delay(20, guard.Token);
    }

    /// <summary>Waits until no job is stopping.</summary>
    public async Task WaitUntilStoppedAsync()
    {
        while (Jobs.Any(job => job.Status == JobStatus.Stopping))
            await Task.Delay(20, guard.Token);
    }

    /// <summary>Asserts what holds after everything: an answer to each event, and a log without secrets.</summary>
    public async Task AssertSoundAsync()
    {
        await WaitUntilQuietAsync();
        Assert.Empty(Faults.Violations);
        Assert.All(Events, e => Assert.NotEmpty(e.Answers));
        LogScan.AssertClean(Log, Events, Faults.Callers);
    }

    /// <summary>Asserts that all deliveries of an event were answered alike, as long as anybody listened.</summary>
    public void AssertAnswersAgree()
    {
        Assert.All(Events, e =>
        {
            var answers = e.Answers.Where(answer => !e.CameTooLate(answer));
            Assert.InRange(answers.Select(answer => answer with { Counted = false }).Distinct().Count(), 1, e.ResponseUrls.Count);
            Assert.InRange(e.Answers.Count(answer => answer.Counted), 0, e.ResponseUrls.Count);
        });
    }

    public async ValueTask DisposeAsync()
    {
        await Aws.DisposeAsync();
        guard.Dispose();
    }

    private IEnumerable<InvocationAttempt> LastAttempts() =>
        Aws.Lambda.Attempts.GroupBy(attempt => attempt.RequestId).Select(attempts => attempts.MaxBy(attempt => attempt.Attempt)!);

    private bool IsUnderWay(InvocationAttempt last) => last.Outcome switch
    {
        InvocationOutcome.Running => true,
        InvocationOutcome.Succeeded or InvocationOutcome.Dropped => false,

        // Lost ones are delivered again, as long as the function is there.
        _ => last.Attempt < 3 && Stack!.Resources.Values.Any(resource =>
            resource.Status != ResourceStatus.DeleteComplete
            && last.FunctionArn.EndsWith($":function:{resource.PhysicalId}", StringComparison.Ordinal)),
    };
}
