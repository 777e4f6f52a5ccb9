using System.Text;
using BatchResource.EndToEnd.Tests.Faults;
using BatchResource.EndToEnd.Tests.Support;
using BatchResource.Local.Bedrock;
using BatchResource.Local.CloudFormation;

namespace BatchResource.EndToEnd.Tests.Scenarios;

/// <summary>A random life of the sample app's stack, with faults, and with one of the ways in which AWS may behave.</summary>
internal sealed class RandomLife(int seed)
{
    private const int Steps = 4;

    private readonly Random random = new(seed);
    private readonly StringBuilder story = new($"seed {seed}:");

    /// <summary>What happened, for who has to understand a failure.</summary>
    public string Story => story.ToString();

    public async Task LiveAsync()
    {
        await using var run = await SampleRun.StartAsync(DrawSettings());
        for (var step = 0; step < Steps; step++)
        {
            await TakeAsync(run, DrawStep(run), DrawVersion());
            AssertNoOrphans(run);
        }

        // When the trouble is over, the user gets what is asked for, whatever happened before.
        (await run.DeployAsync(DrawVersion())).EnsureSucceeded();
        AssertNoOrphans(run);
        (await run.DeleteAsync()).EnsureSucceeded();
        Assert.Empty(run.ActiveJobs);
        await run.AssertSoundAsync();
    }

    private async Task TakeAsync(SampleRun run, LifeStep step, SampleVersion version)
    {
        var (before, active) = (run.PhysicalId, run.ActiveJobs);
        var (fault, name) = DrawFault();
        story.Append($" {step} model {version.Model}, tag {version.Tag}, {name}");
        run.Faults.Arm(fault, answer: null);
        await OperateAsync(run, step, version);
        await run.WaitUntilQuietAsync();
        run.Faults.Disarm();
        var status = run.Stack?.Status;
        story.Append($" ({run.Faults.Hits}): {status ?? "no stack"}, {run.Jobs.Count} jobs;");

        if (status == StackStatus.UpdateRollbackComplete && step != LifeStep.JobCompletes)
        {
            Assert.Equal(before, run.PhysicalId);
            Assert.Equal(active.Select(job => job.JobArn), run.ActiveJobs.Select(job => job.JobArn));
        }

        // No FAILED state that the user cannot leave.
        if (status is StackStatus.RollbackFailed or StackStatus.UpdateRollbackFailed or StackStatus.DeleteFailed)
            (await run.DeleteAsync()).EnsureSucceeded();
    }

    private async Task OperateAsync(SampleRun run, LifeStep step, SampleVersion version)
    {
        switch (step)
        {
            case LifeStep.DeployBeforeFailure:
                await run.DeployBesideFailureAsync(version);
                break;
            case LifeStep.DeployBesideFailure:
                await run.DeployBesideFailureAsync(version, Task.Delay(random.Next(1000)));
                break;
            case LifeStep.Delete:
                await run.DeleteAsync();
                break;
            case LifeStep.JobCompletes:
                run.Aws.Bedrock.Move(run.PhysicalId!, JobStatus.Completed);
                break;
            default:
                await run.DeployAsync(version);
                break;
        }
    }

    /// <summary>A stack that does not exist can only be deployed, and only a job that runs can complete.</summary>
    private LifeStep DrawStep(SampleRun run)
    {
        var step = Draw(Enum.GetValues<LifeStep>());
        var isPossible = step switch
        {
            LifeStep.Delete => run.Stack is { Status: not StackStatus.DeleteComplete },
            LifeStep.JobCompletes => run.ActiveJobs.Count > 0,
            _ => true,
        };
        return isPossible ? step : LifeStep.Deploy;
    }

    /// <summary>Only the stack's own job may run.</summary>
    private static void AssertNoOrphans(SampleRun run) =>
        Assert.All(run.ActiveJobs, job => Assert.Equal(run.PhysicalId, job.JobArn));

    private SampleVersion DrawVersion() => new(Model: random.Next(3), Tag: Draw("a", "b"));

    private (CallFault Fault, string Name) DrawFault()
    {
        var (first, isAfter) = (random.Next(1, 5), random.Next(2) == 1);
        var (fault, name) = Draw<(CallFault, string)>(
            (CallFault.Kill(), "kill"),
            (CallFault.Answer(Fault.Throttle), "throttle"),
            (CallFault.Answer(Fault.InternalServerError), "500"),
            (CallFault.Answer(Fault.ConnectionReset), "reset"),
            (CallFault.Answer(Fault.EmptyBody), "empty answer"));
        return (fault with { First = first, IsAfterEffect = isAfter }, $"{name} {(isAfter ? "after" : "before")} call {first}");
    }

    private RunSettings DrawSettings() => new()
    {
        CloudFormation = new()
        {
            RollbackPhysicalId = Draw(Enum.GetValues<RollbackPhysicalId>()),
            RetryRequestId = Draw(Enum.GetValues<RetryRequestId>()),
            EventDelivery = Draw(Enum.GetValues<DeliveryCount>()),
        },
        Bedrock = new()
        {
            RepeatedToken = Draw(TokenAnswer.SameJob, TokenAnswer.Ignored, TokenAnswer.Conflict),
            NameInUse = Draw(StateAnswer.Conflict, StateAnswer.Validation),
            StopOfStoppingJob = Draw(StateAnswer.Accepted, StateAnswer.Conflict),
            StopOfEndedJob = Draw(StateAnswer.Validation, StateAnswer.Conflict, StateAnswer.Accepted),
            ListLag = TimeSpan.FromSeconds(Draw(0, 20)),
        },
        PageSize = Draw<int?>(null, 1),

        // Nothing but the last deployment has to come in time, and much waits for the end of it.
        CreateWindow = TimeSpan.FromSeconds(12),
    };

    private T Draw<T>(params T[] choices) => choices[random.Next(choices.Length)];
}
