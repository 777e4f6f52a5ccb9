using System.Text;
using BatchResource.Provider.Jobs;

namespace BatchResource.Provider.Tests.Simulation;

/// <summary>A random life of a stack: what happens, and the seed of everything that goes wrong.</summary>
internal sealed record Scenario(int Seed, IReadOnlyList<Step> Steps)
{
    private const int FaultBudget = 6;
    private static readonly TimeSpan BetweenSteps = TimeSpan.FromSeconds(2);

    // Where CloudFormation cannot be asked, a job that is kept is not put back within the time in which a cancelled Create may have
    // started it: an hour of ServiceTimeout, and one that the rollback takes.
    private static readonly TimeSpan AfterTheWindow = TimeSpan.FromSeconds(7300);

    // A list may lag, and a Create that comes sooner may not see the job that was left running.
    private static readonly TimeSpan AfterTheListsLag = TimeSpan.FromSeconds(15);

    public override string ToString() => $"seed {Seed}: {string.Join(", ", Steps)}";

    /// <summary>Lives through it, and throws, with all that the provider logged, when a promise was broken.</summary>
    public ScenarioCounts Run()
    {
        using var log = new MemoryStream();
        try
        {
            return Run(log);
        }
        catch (Exception failure)
        {
            // The first draws, as in the run.
            var switches = DrawCloudFormation(new Random(Seed));
            throw new InvalidOperationException($"{failure.Message}\n{switches}\n{Encoding.UTF8.GetString(log.ToArray())}", failure);
        }
    }

    private ScenarioCounts Run(Stream log)
    {
        var random = new Random(Seed);
        var time = new VirtualTime();
        var switches = DrawCloudFormation(random);
        var bedrock = new SimulatedBedrock(time, DrawBedrock(random, switches));
        var met = new Tally();
        var faults = new FaultPlan(random, met);
        var record = new SimulatedRecord(time, SimulatedStack.LogicalId, switches.CanBeAsked, switches.ShowsCopies);
        var lambda = new SimulatedLambda(bedrock, record, faults, random, time, log);
        var stack = new SimulatedStack(lambda, record, switches, random, time, met);
        var rate = random.Next(3) * 0.15;
        var drawn = 0;

        foreach (var step in Steps)
        {
            // Nobody deploys twice in a second, which is as far as CloudFormation's dates tell events apart.
            time.Advance(PauseBefore(switches));
            faults.Rate = rate;
            faults.Budget = FaultBudget;
            faults.RefusesStops = random.Next(12) == 0;
            faults.RefusesLists = random.Next(12) == 0;
            lambda.DuplicateRate = rate / 2;
            Take(step, stack, bedrock, switches, time);
            drawn += FaultBudget - faults.Budget;

            // No FAILED state that a user cannot leave by trying again once the trouble is over.
            faults.Budget = 0;
            (faults.RefusesStops, faults.RefusesLists) = (false, false);
            lambda.DuplicateRate = 0;
            if (stack.IsStuck)
            {
                time.Run(() => stack.RetryAsync());
                Assert.False(stack.IsStuck, $"a retry does not free the stack after {step}");
            }

            Assert.True(bedrock.Violations.Count == 0, string.Join("; ", bedrock.Violations));
            CheckKept(stack, bedrock, switches, time.GetUtcNow(), step);
        }

        // What is still under way, redeliveries included, comes to its end; then only the stack's own job may run.
        time.Advance(TimeSpan.FromHours(2));
        Assert.True(bedrock.Violations.Count == 0, string.Join("; ", bedrock.Violations));
        Assert.Empty(lambda.Unanswered);
        Assert.All(
            bedrock.ActiveJobs, job => Assert.True(
                job.Arn.Value == stack.PhysicalId
                    || switches.IsWithoutRollback
                    || IsOfCancelledUpdate(stack, job)
                    || IsLet(stack, switches, job),
                $"orphan: {job.Request.Name}"));

        time.Run(() => stack.DeleteAsync());
        Assert.False(stack.IsStuck, "the stack cannot be deleted");
        time.Advance(TimeSpan.FromHours(2));
        Assert.All(bedrock.ActiveJobs, job => Assert.True(IsLet(stack, switches, job), $"it outlives the stack: {job.Request.Name}"));
        CheckKept(stack, bedrock, switches, time.GetUtcNow(), null);
        met.AddIf(LifeKind.OtherAccount, switches.Account == CloudFormationSwitches.OtherAccount);
        met.AddIf(LifeKind.CannotBeAsked, !switches.CanBeAsked && record.Questions > 0);
        met.AddIf(LifeKind.Asked, switches.CanBeAsked && record.Questions > 0);
        met.AddIf(LifeKind.DeliveredTwice, lambda.Duplicates > 0);
        return new ScenarioCounts(Steps.Count, bedrock.Jobs.Count, drawn, met);
    }

    private static TimeSpan PauseBefore(CloudFormationSwitches switches) => switches switch
    {
        { IsRetained: true, CanBeAsked: false } => AfterTheWindow,
        { IsRetained: true } or { IsWithoutRollback: true } => AfterTheListsLag,
        _ => BetweenSteps,
    };

    /// <summary>What the user keeps runs to its end, and no Delete stops the job that CloudFormation was told of last.</summary>
    private static void CheckKept(
        SimulatedStack stack, SimulatedBedrock bedrock, CloudFormationSwitches switches, DateTimeOffset now, Step? step)
    {
        var cancelled = bedrock.Jobs.Where(job => job.StatusAt(now).IsCancelled).ToList();
        Assert.All(
            cancelled.Where(job => stack.Kept.Contains(job.Arn.Value)),
            job => Assert.True(IsPutBackUnseen(stack, switches, job), $"job {job.Request.Name}, which is kept, was stopped by {step}"));
        var stopped = cancelled.Select(job => job.Arn.Value).ToHashSet();
        var isExcused = !switches.CanBeAsked && stack.CancelledCreates.Any(
            issue => bedrock.Jobs.All(job => job.CreatedBy != issue || job.StatusAt(now).IsTerminal));
        Assert.True(
            isExcused
                || bedrock.Jobs.Any(job => job.Arn.Value == stack.PhysicalId && IsUndone(switches, job))
                || stack.PhysicalId is not { } current || !stopped.Contains(current), $"the stack's job was stopped by {step}");
    }

    /// <summary>
    /// Whether a Create that was to put the job back never came to see it, and nobody could tell that from the Create's own job.
    /// </summary>
    private static bool IsPutBackUnseen(SimulatedStack stack, CloudFormationSwitches switches, SimulatedJob job) =>
        !switches.CanBeAsked
        && stack.UnansweredCreates.Any(
            version => job.Request.Definition.Input.S3Uri.EndsWith($"-{version.Definition}.jsonl", StringComparison.Ordinal));

    /// <summary>
    /// Whether it may run although the stack is gone: nobody would stop it, or no event tells that it is nobody's. Who cannot ask
    /// CloudFormation cannot know; and where the removal policy keeps jobs, no Delete comes.
    /// </summary>
    private static bool IsLet(SimulatedStack stack, CloudFormationSwitches switches, SimulatedJob job) =>
        stack.Dropped.Contains(job.Arn.Value)
        || stack.Kept.Contains(job.Arn.Value)
        || ((!switches.CanBeAsked || switches.IsRetained) && (IsOfCancelledUpdate(stack, job) || IsOf(stack.FailedUpdates, job)))
        || (!switches.CanBeAsked && IsOf(stack.LostCreates, job) && IsTakenOver(job));

    /// <summary>
    /// Whether one delivery of an event has stopped the job because its own answer was lost, although another's was heard. Who cannot ask
    /// CloudFormation cannot know.
    /// </summary>
    private static bool IsUndone(CloudFormationSwitches switches, SimulatedJob job) =>
        !switches.CanBeAsked && job.StoppedBy is { } issue && job.CreatedBy == issue;

    private static bool IsOfCancelledUpdate(SimulatedStack stack, SimulatedJob job) => IsOf(stack.CancelledUpdates, job);

    private static bool IsOf(HashSet<string> events, SimulatedJob job) => job.CreatedBy is { } issue && events.Contains(issue);

    private static bool IsTakenOver(SimulatedJob job) =>
        job.Tags.Keys.Any(key => key.StartsWith("batchresource:adopted:", StringComparison.Ordinal));

    private static void Take(
        Step step, SimulatedStack stack, SimulatedBedrock bedrock, CloudFormationSwitches switches, VirtualTime time)
    {
        switch (step.Kind)
        {
            case StepKind.Deploy:
                time.Run(() => stack.DeployAsync(step.Version, neighbourFailsAfter: null));
                break;
            case StepKind.DeployBesideFailure:
                DeployBesideFailure(step, stack, bedrock, switches, time);
                break;
            case StepKind.Delete:
                time.Run(() => stack.DeleteAsync());
                break;
            case StepKind.Pass:
                time.Advance(TimeSpan.FromSeconds(step.Seconds));
                break;
            case StepKind.JobsComplete:
                bedrock.Jobs.ToList().ForEach(job => job.Complete(time.GetUtcNow()));
                break;
            case StepKind.JobsFail:
                bedrock.Jobs.ToList().ForEach(job => job.Fail(time.GetUtcNow(), "the input could not be read"));
                break;
        }
    }

    /// <summary>After a rollback the stack's job is the one from before, and it was not stopped on the way.</summary>
    private static void DeployBesideFailure(
        Step step, SimulatedStack stack, SimulatedBedrock bedrock, CloudFormationSwitches switches, VirtualTime time)
    {
        var (before, version, isMismatched) = (stack.PhysicalId, stack.Version, stack.IsMismatched);
        var job = bedrock.Jobs.FirstOrDefault(job => job.Arn.Value == before);
        var status = job?.StatusAt(time.GetUtcNow());
        time.Run(() => stack.DeployAsync(step.Version, TimeSpan.FromSeconds(step.Seconds)));
        if (!isMismatched
            && job is not null
            && !IsUndone(switches, job)
            && status is { IsActive: true } or { HasResults: true }
            && stack is { IsStuck: false, IsRollingBack: true })
        {
            Assert.Equal(version, stack.Version);
            Assert.True(before == stack.PhysicalId, $"the rollback of {step} left another job than the one before");
            Assert.True(job.StopRequestedAt is null, $"the rollback of {step} stopped the job that it went back to");
        }
    }

    private static CloudFormationSwitches DrawCloudFormation(Random random)
    {
        var isRetained = random.Next(4) == 0;
        var canBeAsked = random.Next(3) > 0;
        return new()
        {
            // Where CloudFormation cannot be asked, a rollback that names the old job does not tell a job that was kept from one that
            // CloudFormation never heard of.
            RollbackCarriesNewId = (isRetained && !canBeAsked) || random.Next(2) == 0,
            CanBeAsked = canBeAsked,
            ShowsCopies = random.Next(2) == 0,
            RetryKeepsRequestId = random.Next(2) == 0,
            IsWithoutRollback = random.Next(3) == 0,
            CleansUpFirst = random.Next(2) == 0,
            IsRetained = isRetained,
            SkipsFailedRollback = random.Next(4) == 0,
            Account = random.Next(4) == 0 ? CloudFormationSwitches.OtherAccount : CloudFormationSwitches.OwnAccount,
        };
    }

    private static SimulatedBedrockSwitches DrawBedrock(Random random, CloudFormationSwitches switches) => new()
    {
        RepeatedTokenReturnsJob = random.Next(2) == 0,
        StopOfEnded = random.Next(2) == 0 ? JobServiceError.Invalid : JobServiceError.Conflict,
        GetLag = TimeSpan.FromSeconds(random.Next(2) * 3),
        ListLag = TimeSpan.FromSeconds(switches.IsWithoutRollback ? 0 : random.Next(2) * 5),
        PageSize = random.Next(2) == 0 ? 1 : 100,
        StopTime = TimeSpan.FromSeconds(random.Next(4) == 0 ? 1500 : 30),

        // A job that nobody stops runs on, so that an orphan cannot end unseen.
        RunTime = TimeSpan.FromDays(3650),
    };
}
