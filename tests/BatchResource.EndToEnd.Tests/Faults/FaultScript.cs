using System.Collections.Concurrent;
using BatchResource.Contract;
using BatchResource.EndToEnd.Tests.Support;
using BatchResource.Local;
using BatchResource.Local.Bedrock;
using BatchResource.Local.CloudFormation;
using BatchResource.Local.Iam;
using BatchResource.Local.Lambda;

namespace BatchResource.EndToEnd.Tests.Faults;

/// <summary>Makes calls and answers go wrong while it is armed, and watches that no job is started beside one of the same kind.</summary>
internal sealed class FaultScript : IFaultInjector
{
    private readonly Lock gate = new();
    private readonly ConcurrentDictionary<string, IssuedCredentials> callers = new();
    private readonly ConcurrentQueue<string> violations = new();
    private readonly ConcurrentQueue<(string Operation, TaskCompletionSource Called)> waiting = new();
    private readonly ConcurrentDictionary<int, bool> chosen = new();
    private readonly TaskCompletionSource interruption = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private LocalAws? aws;
    private CallFault? callFault;
    private AnswerFault? answerFault;
    private int calls;
    private int answers;

    public LocalAws Aws => aws ?? throw new InvalidOperationException("it belongs to no local AWS yet");

    /// <summary>How many jobs List returns at most; null for as many as it is asked for.</summary>
    public int? PageSize { get; init; }

    /// <summary>Everybody who has called Bedrock.</summary>
    public ICollection<IssuedCredentials> Callers => callers.Values;

    /// <summary>Jobs that were started beside another that ran with the same definition.</summary>
    public IReadOnlyCollection<string> Violations => violations;

    /// <summary>How often something went wrong since it was armed.</summary>
    public int Hits { get; private set; }

    /// <summary>Completed when the script wants another resource to fail.</summary>
    public Task Interruption => interruption.Task;

    public void Attach(LocalAws localAws) => aws = localAws;

    /// <summary>From now on, these things go wrong.</summary>
    public void Arm(CallFault? call, AnswerFault? answer)
    {
        lock (gate)
            (callFault, answerFault, calls, answers, Hits) = (call, answer, 0, 0, 0);
    }

    /// <summary>From now on, nothing goes wrong.</summary>
    public void Disarm()
    {
        lock (gate)
            (callFault, answerFault) = (null, null);
    }

    public void Interrupt() => interruption.TrySetResult();

    /// <summary>Completed by the next call of that operation.</summary>
    public Task NextCallOf(string operation)
    {
        var called = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        waiting.Enqueue((operation, called));
        return called.Task;
    }

    public async ValueTask<Fault?> BeforeEffectAsync(BedrockCall call, CancellationToken cancellationToken)
    {
        callers[call.Caller.AccessKeyId] = call.Caller;
        foreach (var (operation, called) in waiting)
        {
            if (operation == call.Operation)
                called.TrySetResult();
        }
        if (PageSize is { } size && call.Operation == "ListModelInvocationJobs")
            call.Input["maxResults"] = size;
        if (Choose(call) is not { } fault)
            return null;
        if (!fault.IsAfterEffect)
            return await fault.Action(this, call, cancellationToken);
        chosen[call.Number] = true;
        return null;
    }

    public async ValueTask<Fault?> AfterEffectAsync(BedrockCall call, CancellationToken cancellationToken)
    {
        if (call.Operation == "CreateModelInvocationJob")
            CheckJobs();
        CallFault? fault;
        lock (gate)
            fault = callFault;
        return chosen.TryRemove(call.Number, out _) && fault is not null ? await fault.Action(this, call, cancellationToken) : null;
    }

    /// <summary>Asked when an answer to CloudFormation arrives.</summary>
    public ResponseFault? OnAnswer()
    {
        AnswerFault? fault;
        lock (gate)
        {
            if (answerFault is null || ++answers > answerFault.Count)
                return null;
            Hits++;
            fault = answerFault;
        }
        if (fault.Fault is null)
        {
            foreach (var attempt in Aws.Lambda.Attempts.Where(attempt => attempt.Outcome == InvocationOutcome.Running))
                Aws.Lambda.Kill(attempt.RequestId);
        }
        return fault.Fault;
    }

    private CallFault? Choose(BedrockCall call)
    {
        lock (gate)
        {
            if (callFault is not { } fault || (fault.Operation is not null && fault.Operation != call.Operation))
                return null;
            calls++;
            if (calls < fault.First || calls >= fault.First + fault.Count)
                return null;
            Hits++;
            return fault;
        }
    }

    private void CheckJobs()
    {
        var stack = Aws.Describe(SampleStack.Name)!;
        var job = stack.Resources.Values.Single(resource => resource.Type == ResourceType.BatchInferenceJob);
        var owner = new JobOwner(stack.StackId, job.LogicalId);
        var running = Aws.Jobs.Where(job => job.Status != JobStatus.Stopping && !JobStatus.IsTerminal(job.Status));
        foreach (var same in running.GroupBy(job => GeneratedJobName.Read(job.JobName, owner)?.Definition).Where(jobs => jobs.Count() > 1))
            violations.Enqueue($"{string.Join(" and ", same.Select(job => job.JobName))} run at once");
    }
}
