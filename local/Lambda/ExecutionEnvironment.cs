using System.Diagnostics;
using BatchResource.Local.Iam;

namespace BatchResource.Local.Lambda;

/// <summary>One process of a function with the Runtime API that serves it; runs one invocation at a time.</summary>
internal sealed class ExecutionEnvironment : IAsyncDisposable
{
    private static readonly TimeSpan PipeGrace = TimeSpan.FromSeconds(2);

    private readonly LambdaFunction function;
    private readonly LambdaHostOptions options;
    private readonly IssuedCredentials credentials;
    private readonly FunctionLog log;
    private readonly string logStream;
    private readonly RuntimeApi api = new();
    private Process? process;
    private Task? exited;
    private bool hasServed;
    private volatile bool isKilled;
    private volatile string? requestId;

    public ExecutionEnvironment(LambdaFunction function, LambdaHostOptions options, FunctionLog log)
    {
        (this.function, this.options, this.log) = (function, options, log);
        credentials = options.Credentials.Issue(function.RoleArn, function.FunctionName);
        logStream = $"{options.Clock.GetUtcNow():yyyy/MM/dd}/[$LATEST]{Guid.NewGuid():N}";
    }

    /// <summary>The configuration that it was started with; an update of the function retires it.</summary>
    public LambdaFunction Function => function;

    /// <summary>The invocation that it serves or served last, or null while it starts.</summary>
    public string? RequestId => requestId;

    public string AccessKeyId => credentials.AccessKeyId;

    public bool HasExited => process is not { HasExited: false };

    /// <summary>
    /// Runs an invocation to its end, whatever that is; null when the process ended idle, before it was handed the event.
    /// </summary>
    public async Task<InvocationAttempt?> TryRunAsync(Invocation invocation, BundleStore bundles)
    {
        try
        {
            if (process is null)
                await StartAsync(bundles);
            return await RunAsync(invocation);
        }
        catch (Exception e) when (process is null)
        {
            // Whatever kept the process from starting is the function's failure, not the host's.
            var running = invocation.Record(InvocationOutcome.Running);
            return Broken(running, InvocationOutcome.InitFailed, "Runtime.InvalidEntrypoint", e.Message);
        }
    }

    /// <summary>Kills the process and everything that it started.</summary>
    public void Kill()
    {
        isKilled = true;
        try
        {
            process?.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It ended by itself in the meantime.
        }
    }

    public async ValueTask DisposeAsync()
    {
        Kill();
        if (exited is not null)
            await exited;
        await api.DisposeAsync();
        options.Credentials.Revoke(credentials.AccessKeyId);
        process?.Dispose();
    }

    private async Task StartAsync(BundleStore bundles)
    {
        var (folder, entryPoint) = Find(bundles);
        await api.StartAsync();
        var start = Supervision.StartInfo(entryPoint.FileName, entryPoint.Arguments);
        start.WorkingDirectory = folder;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.Environment.Clear();
        foreach (var (name, value) in ProcessEnvironment.Build(function, options, credentials, api.Endpoint, folder, logStream))
            start.Environment[name] = value;

        process = Process.Start(start) ?? throw new IOException($"{entryPoint.FileName} could not be started");
        exited = WatchAsync(process);
        if (isKilled)
            Kill();
    }

    private (string Folder, EntryPoint EntryPoint) Find(BundleStore bundles)
    {
        var folder = bundles.FolderOf(function.BundlePath);
        var entryPoint = EntryPoint.Find(folder, function.Handler, function.Runtime);
        if (entryPoint.CompiledFor is not { } compiledFor)
            return (folder, entryPoint);
        var machine = options.Machine;
        if (compiledFor != (function.Architecture == "arm64" ? "linux-arm64" : "linux-x64"))
        {
            throw new PlatformNotSupportedException(
                $"exec format error: the bundle holds a program for {compiledFor}, the function is {function.Architecture}");
        }
        if (compiledFor == machine.Runs)
            return (folder, entryPoint);
        folder = new PortableProvider(bundles).StandInFor(folder, compiledFor, machine);
        var notice = $"{machine.Name} cannot run the function's program for {compiledFor}: the portable provider of the same version runs.";
        log.Add(logStream, null, notice);
        options.OnNotice?.Invoke(notice);
        return (folder, EntryPoint.Find(folder, PortableProvider.Handler, "dotnet10"));
    }

    private async Task<InvocationAttempt?> RunAsync(Invocation invocation)
    {
        var running = invocation.Record(InvocationOutcome.Running) with { ProcessId = process!.Id };
        using var init = new CancellationTokenSource();
        var delivery = api.DeliverAsync(invocation.RequestId, () => Hand(invocation), init.Token);
        var first = await Task.WhenAny(delivery, exited!, api.InitError, Task.Delay(options.InitTimeout, init.Token));
        await init.CancelAsync();
        if (!delivery.IsCompletedSuccessfully)
            return hasServed ? null : await InitFailureAsync(running, first);
        hasServed = true;
        return await FinishAsync(running, await delivery);
    }

    private RuntimeEvent Hand(Invocation invocation)
    {
        requestId = invocation.RequestId;
        log.Add(logStream, requestId, $"START RequestId: {requestId} Version: $LATEST");
        return new RuntimeEvent(invocation.RequestId, function.FunctionArn, DateTimeOffset.UtcNow + function.Timeout, invocation.Payload);
    }

    private async Task<InvocationAttempt> FinishAsync(InvocationAttempt running, Task<RuntimeReply> reply)
    {
        var watch = Stopwatch.StartNew();
        using var timeout = new CancellationTokenSource();
        var first = await Task.WhenAny(reply, exited!, Task.Delay(function.Timeout, timeout.Token));
        await timeout.CancelAsync();
        InvocationAttempt result;
        if (reply.IsCompletedSuccessfully)
            result = Reported(running, await reply);
        else if (first == exited)
            result = Broken(running, InvocationOutcome.Crashed, "Runtime.ExitError", $"Runtime exited with error: {ExitStatus()}");
        else
            result = await TimedOutAsync(running);
        log.Add(logStream, running.RequestId, $"END RequestId: {running.RequestId}");
        var report = FormattableString.Invariant(
            $"Duration: {watch.Elapsed.TotalMilliseconds:F2} ms\tMemory Size: {function.MemorySizeInMB} MB");
        log.Add(logStream, running.RequestId, $"REPORT RequestId: {running.RequestId}\t{report}");
        return result;
    }

    private static InvocationAttempt Reported(InvocationAttempt running, RuntimeReply reply) => running with
    {
        Outcome = reply.ErrorType is null ? InvocationOutcome.Succeeded : InvocationOutcome.FunctionError,
        ErrorType = reply.ErrorType,
        ErrorMessage = reply.ErrorType is null ? null : ErrorObject.MessageOf(reply.Body),
        Response = reply.Body,
    };

    private async Task<InvocationAttempt> TimedOutAsync(InvocationAttempt running)
    {
        Kill();
        await exited!;
        return Broken(running, InvocationOutcome.TimedOut, "Sandbox.Timedout", FormattableString.Invariant(
            $"Task timed out after {function.Timeout.TotalSeconds:F2} seconds"));
    }

    private async Task<InvocationAttempt> InitFailureAsync(InvocationAttempt running, Task first)
    {
        if (first == api.InitError)
        {
            var error = await api.InitError;
            return Reported(running, error) with { Outcome = InvocationOutcome.InitFailed };
        }
        var hasExited = first == exited;
        Kill();
        await exited!;
        return hasExited
            ? Broken(running, InvocationOutcome.InitFailed, "Runtime.ExitError", $"Runtime exited with error: {ExitStatus()}")
            : Broken(running, InvocationOutcome.InitFailed, "Sandbox.Timedout", FormattableString.Invariant(
                $"Init timed out after {options.InitTimeout.TotalSeconds:F2} seconds"));
    }

    private InvocationAttempt Broken(InvocationAttempt running, InvocationOutcome outcome, string type, string what)
    {
        var message = $"RequestId: {running.RequestId} Error: {what}";
        log.Add(logStream, running.RequestId, message);
        return running with
        {
            Outcome = outcome,
            ErrorType = type,
            ErrorMessage = message,
            Response = ErrorObject.Create(type, message),
        };
    }

    private string ExitStatus() => process!.ExitCode > 128 ? $"signal: {process.ExitCode - 128}" : $"exit status {process.ExitCode}";

    /// <summary>Reads all output, and ends when the process has ended and what it wrote is in the log.</summary>
    private async Task WatchAsync(Process started)
    {
        var output = Task.WhenAll(
            OutputReader.ReadLinesAsync(started.StandardOutput, line => log.Add(logStream, requestId, line)),
            OutputReader.ReadLinesAsync(started.StandardError, line => log.Add(logStream, requestId, line)));
        await started.WaitForExitAsync();
        Supervision.Release(started);
        // A child that outlives the process may hold its pipes open for ever.
        await Task.WhenAny(output, Task.Delay(PipeGrace));
    }
}
