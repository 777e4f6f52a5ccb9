using System.Collections.Concurrent;
using BatchResource.Local.Ground;
using BatchResource.Local.Iam;

namespace BatchResource.Local.Lambda;

/// <summary>
/// Runs published bundles, each in processes of its own that speak the Lambda Runtime API. Processes that are done with one event
/// serve the next; asynchronous events are repeated as Lambda repeats them.
/// </summary>
public sealed class LambdaHost : ILambdaHost, IAsyncDisposable
{
    private readonly LambdaHostOptions options;
    private readonly BundleStore bundles;
    private readonly EnvironmentPool pool;
    private readonly Lock gate = new();
    private readonly Dictionary<string, LambdaFunction> functions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FunctionLog> logs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> logGroups = new(StringComparer.Ordinal);
    private readonly LinkedList<Invocation> waiting = new();
    private readonly ConcurrentDictionary<string, bool> notices = new(StringComparer.Ordinal);
    private readonly AttemptLog attempts = new();
    private readonly BackgroundWork work = new();
    private readonly CancellationTokenSource stopping = new();

    /// <summary>Makes a host; processes are started when events come.</summary>
    public LambdaHost(LambdaHostOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.MaximumProcesses < 1)
            throw new ArgumentException($"MaximumProcesses must be at least 1, got {options.MaximumProcesses}", nameof(options));
        this.options = options with { OnNotice = TellOnce };
        bundles = new BundleStore(options.UnpackFolder);
        pool = new EnvironmentPool(options, function => new ExecutionEnvironment(function, this.options, logs[function.FunctionArn]));

        void TellOnce(string notice)
        {
            if (notices.TryAdd(notice, true))
                options.OnNotice?.Invoke(notice);
        }
    }

    /// <summary>The latest attempts to run an event, those that still run among them, in the order in which they began.</summary>
    public IReadOnlyList<InvocationAttempt> Attempts => attempts.All;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The execution role is not the ARN of a role.</exception>
    public void Put(LambdaFunction function)
    {
        ArgumentNullException.ThrowIfNull(function);
        _ = CallerIdentity.ForRole(function.RoleArn, function.FunctionName);
        lock (gate)
        {
            functions[function.FunctionArn] = function;
            logGroups[function.FunctionArn] = function.LogGroupName;
            logs.TryAdd(function.FunctionArn, new FunctionLog(options.MaximumLogSize, options.Clock));
            RetireIdle(environment => environment.Function.FunctionArn == function.FunctionArn);
            Dispatch();
        }
    }

    /// <inheritdoc/>
    public void Remove(string functionArn)
    {
        lock (gate)
        {
            functions.Remove(functionArn);
            RetireIdle(environment => environment.Function.FunctionArn == functionArn);
            Dispatch();
        }
    }

    /// <inheritdoc/>
    public string InvokeAsEvent(string functionArn, ReadOnlyMemory<byte> payload) =>
        Accept(functionArn, payload, isEvent: true).RequestId;

    /// <summary>Invokes a function and waits for its answer; nothing is repeated.</summary>
    /// <exception cref="KeyNotFoundException">There is no such function.</exception>
    public Task<InvocationAttempt> InvokeAsync(
        string functionArn, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken = default) =>
        Accept(functionArn, payload, isEvent: false).Ended.WaitAsync(cancellationToken);

    /// <summary>The latest lines of a function's log, of all its invocations or of one; empty for an unknown function.</summary>
    public IReadOnlyList<LogLine> Logs(string functionArn, string? requestId = null)
    {
        FunctionLog? log;
        lock (gate)
            log = logs.GetValueOrDefault(functionArn);
        return log is null ? [] : [.. log.Lines.Where(line => requestId is null || line.RequestId == requestId)];
    }

    /// <summary>The functions, in the order of their names.</summary>
    public IReadOnlyList<LambdaFunction> Functions
    {
        get
        {
            lock (gate)
                return [.. functions.Values.OrderBy(function => function.FunctionName, StringComparer.Ordinal)];
        }
    }

    /// <summary>The log group of every function that there is or was, by the function's ARN.</summary>
    public IReadOnlyDictionary<string, string> LogGroups
    {
        get
        {
            lock (gate)
                return new Dictionary<string, string>(logGroups);
        }
    }

    /// <summary>Kills the process that serves an invocation now, as a crash would.</summary>
    /// <returns>False when no process serves it.</returns>
    public bool Kill(string requestId) => Kill(environment => environment.RequestId == requestId);

    /// <summary>Kills the process that has those credentials, as a crash would: the caller of an AWS API.</summary>
    /// <returns>False when there is no such process.</returns>
    public bool KillByAccessKey(string accessKeyId) => Kill(environment => environment.AccessKeyId == accessKeyId);

    /// <summary>Kills every process. Events that wait are dropped.</summary>
    public async ValueTask DisposeAsync()
    {
        if (stopping.IsCancellationRequested)
            return;
        await stopping.CancelAsync();
        List<ExecutionEnvironment> retired = [];
        lock (gate)
        {
            functions.Clear();
            Dispatch();
            pool.Retire(_ => true, retired);
            foreach (var environment in pool.All)
                environment.Kill();
        }
        foreach (var environment in retired)
            await environment.DisposeAsync();
        await work.WhenDoneAsync();
    }

    private TimeProvider AgeClock => options.EventAgeClock ?? options.Clock;

    private Invocation Accept(string functionArn, ReadOnlyMemory<byte> payload, bool isEvent)
    {
        var invocation = new Invocation(functionArn, payload, AgeClock.GetUtcNow(), isEvent);
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(stopping.IsCancellationRequested, this);
            if (!functions.ContainsKey(functionArn))
                throw new KeyNotFoundException($"Function not found: {functionArn}");
            waiting.AddLast(invocation);
            Dispatch();
        }
        return invocation;
    }

    /// <summary>Hands every event that waits to an environment, as far as the limits allow. Only under the gate.</summary>
    private void Dispatch()
    {
        List<ExecutionEnvironment> retired = [];
        for (var node = waiting.First; node is not null;)
        {
            var (next, invocation) = (node.Next, node.Value);
            if (!functions.TryGetValue(invocation.FunctionArn, out var function))
            {
                waiting.Remove(node);
                Drop(invocation, "the function was removed");
            }
            else if (invocation.IsEvent && AgeClock.GetUtcNow() - invocation.AcceptedAt > function.MaximumEventAge)
            {
                waiting.Remove(node);
                Drop(invocation, "the event is older than the function's maximum event age");
            }
            else if (pool.Take(function, retired) is { } environment)
            {
                waiting.Remove(node);
                work.Start(() => RunAsync(environment, invocation));
            }
            node = next;
        }
        foreach (var environment in retired)
            work.Start(() => environment.DisposeAsync().AsTask());
    }

    private async Task RunAsync(ExecutionEnvironment environment, Invocation invocation)
    {
        attempts.Put(invocation.Record(InvocationOutcome.Running));
        var result = await environment.TryRunAsync(invocation, bundles);
        var isReusable = result is { Outcome: InvocationOutcome.Succeeded or InvocationOutcome.FunctionError } && !environment.HasExited;
        lock (gate)
        {
            isReusable = isReusable && ReferenceEquals(functions.GetValueOrDefault(invocation.FunctionArn), environment.Function);
            if (isReusable)
                pool.Return(environment);
            else
                pool.Discard(environment);
            if (result is null)
                waiting.AddFirst(invocation);
            Dispatch();
        }
        if (!isReusable)
            await environment.DisposeAsync();
        if (result is not null)
            Finish(invocation, result);
    }

    private void Finish(Invocation invocation, InvocationAttempt result)
    {
        attempts.Put(result);
        options.AttemptEnded?.Invoke(result);
        LambdaFunction? function;
        lock (gate)
            function = functions.GetValueOrDefault(invocation.FunctionArn);
        var isRepeated = invocation.IsEvent && function is not null && result.Outcome != InvocationOutcome.Succeeded
            && invocation.Attempt <= Math.Min(function.MaximumRetryAttempts, options.RetryDelays.Count);
        if (isRepeated)
            work.Start(() => RepeatAsync(invocation));
        else
            invocation.End(result);
    }

    private async Task RepeatAsync(Invocation invocation)
    {
        try
        {
            await Task.Delay(options.RetryDelays[invocation.Attempt - 1], options.Clock, stopping.Token);
        }
        catch (OperationCanceledException)
        {
            // The host stops; its functions are gone, so what follows drops the event.
        }
        lock (gate)
        {
            invocation.Attempt++;
            waiting.AddLast(invocation);
            Dispatch();
        }
    }

    private void Drop(Invocation invocation, string reason)
    {
        var dropped = invocation.Record(InvocationOutcome.Dropped) with { ErrorMessage = reason };
        attempts.Put(dropped);
        options.AttemptEnded?.Invoke(dropped);
        invocation.End(dropped);
    }

    private void RetireIdle(Func<ExecutionEnvironment, bool> isNamed)
    {
        List<ExecutionEnvironment> retired = [];
        pool.Retire(isNamed, retired);
        foreach (var environment in retired)
            work.Start(() => environment.DisposeAsync().AsTask());
    }

    private bool Kill(Func<ExecutionEnvironment, bool> isNamed)
    {
        ExecutionEnvironment? found;
        lock (gate)
            found = pool.All.FirstOrDefault(environment => isNamed(environment) && !environment.HasExited);
        found?.Kill();
        return found is not null;
    }
}
