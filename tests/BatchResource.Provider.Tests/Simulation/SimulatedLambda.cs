using BatchResource.Provider.Jobs;

namespace BatchResource.Provider.Tests.Simulation;

/// <summary>
/// Invokes the provider as it ships asynchronously, each time as a process of its own: killed at its timeout, delivered again after a
/// failure, and now and then delivered twice for no reason.
/// </summary>
internal sealed class SimulatedLambda(
    SimulatedBedrock bedrock, IStackRecord record, FaultPlan faults, Random random, TimeProvider time, Stream log)
{
    private static readonly TimeSpan FunctionTimeout = TimeSpan.FromMinutes(15);
    private static readonly ProviderOptions Options = ProviderOptions.Read(_ => null);
    private int invocations;

    /// <summary>How likely an event is delivered a second time although nothing was wrong.</summary>
    public double DuplicateRate { get; set; }

    /// <summary>How many events were delivered twice for no reason.</summary>
    public int Duplicates { get; private set; }

    /// <summary>Invocations that ended by themselves and were not heard, although no fault stood in their way.</summary>
    public List<string> Unanswered { get; } = [];

    /// <summary>Accepts an event; what becomes of it is heard through <paramref name="accept"/>.</summary>
    public void Deliver(CloudFormationEvent issued, Action<Answer> accept)
    {
        _ = InvokeWithRetriesAsync(issued, accept, TimeSpan.Zero);
        if (random.NextDouble() < DuplicateRate)
        {
            Duplicates++;
            _ = InvokeWithRetriesAsync(issued, accept, TimeSpan.FromSeconds(random.Next(600)));
        }
    }

    private async Task InvokeWithRetriesAsync(CloudFormationEvent issued, Action<Answer> accept, TimeSpan delay)
    {
        await Task.Delay(delay + TimeSpan.FromMilliseconds(random.Next(300)), time);
        for (var attempt = 0; attempt <= 2; attempt++)
        {
            await Task.Delay(TimeSpan.FromMinutes(attempt), time);
            if (await InvokeAsync(issued, accept))
            {
                return;
            }
        }
    }

    private async Task<bool> InvokeAsync(CloudFormationEvent issued, Action<Answer> accept)
    {
        var process = new SimulatedProcess(bedrock, record, issued.Issue, faults, random, time);
        using var sink = new AnswerSink(process, faults, accept);
        using var http = new HttpClient(sink);
        var function = ProviderFunction.Create(Options, _ => process, process, http, log, time, random.NextDouble);

        var run = function.HandleAsync(issued.ToPayload(), new SimulatedContext(time, FunctionTimeout, $"invocation-{++invocations}"));
        await Task.WhenAny(run, process.Killed, Task.Delay(FunctionTimeout, time));
        if (!run.IsCompleted)
        {
            process.Kill();
            return false;
        }

        await run;
        if (sink.Accepted != 1 && !sink.IsDisturbed)
        {
            Unanswered.Add($"{issued.Issue} was answered {sink.Accepted} times");
        }

        return true;
    }
}
