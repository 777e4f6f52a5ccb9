using BatchResource.Local.Iam;

namespace BatchResource.Local.Lambda;

/// <summary>How a <see cref="LambdaHost"/> behaves, and what it works with.</summary>
public sealed record LambdaHostOptions
{
    /// <summary>The Region that functions are told they run in.</summary>
    public string Region { get; init; } = "us-east-1";

    /// <summary>Issues the credentials of the execution roles.</summary>
    public CredentialStore Credentials { get; init; } = new();

    /// <summary>The time that retries and the age of events are measured by. Timeouts run on the machine's: processes are real.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>
    /// The time that the age of events is measured by; <see cref="Clock"/> when absent. Where processes are few, events wait for one in
    /// real time.
    /// </summary>
    public TimeProvider? EventAgeClock { get; init; }

    /// <summary>Variables that every process gets, such as <c>AWS_ENDPOINT_URL_BEDROCK</c>; they win over a function's own.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>How many processes run at once for all functions together; further events wait.</summary>
    public int MaximumProcesses { get; init; } = Math.Max(8, 4 * System.Environment.ProcessorCount);

    /// <summary>How long a process may take until it asks for its first event.</summary>
    public TimeSpan InitTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long an event waits for its second attempt, and for its third.</summary>
    public IReadOnlyList<TimeSpan> RetryDelays { get; init; } = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2)];

    /// <summary>Where zipped bundles are unpacked, each into a folder named for its hash.</summary>
    public string UnpackFolder { get; init; } = Path.Combine(Path.GetTempPath(), "batchresource-local", "bundles");

    /// <summary>How much of each function's log is kept, in characters; older lines go first.</summary>
    public int MaximumLogSize { get; init; } = 4 << 20;

    /// <summary>
    /// Is told, in one line, when something else runs than on Lambda: the portable provider, where a program cannot. Any thread.
    /// </summary>
    public Action<string>? OnNotice { get; init; }

    /// <summary>What runs here.</summary>
    internal Machine Machine { get; init; } = Machine.Current;

    /// <summary>Called after each attempt to run an event, on any thread; must be quick.</summary>
    public Action<InvocationAttempt>? AttemptEnded { get; init; }
}
