namespace BatchResource.Provider.Jobs;

/// <summary>
/// The time in which an event may start a job. Every try of a Create begins inside its window. So after the window of a Delete, no earlier
/// Create can start a job (L12).
/// </summary>
internal sealed class CreateWindow
{
    private readonly TimeProvider time;
    private readonly DateTimeOffset start;
    private readonly LifecycleOptions options;

    public CreateWindow(DateTimeOffset? issuedAt, LifecycleOptions options, TimeProvider time)
    {
        this.time = time;
        this.options = options;
        var now = time.GetUtcNow();
        start = issuedAt < now ? issuedAt.Value : now;
        WasClosed = IsClosed;
        AgeAtFirst = Age;
    }

    /// <summary>No try begins after this.</summary>
    public DateTimeOffset ClosesAt => start + options.CreateWindow;

    /// <summary>
    /// From this time on, no call that began inside the window is running, and the list shows every job that one started.
    /// </summary>
    public DateTimeOffset QuietFrom => ClosesAt + options.CallTimeout + options.ConsistencyLag;

    public bool IsClosed => time.GetUtcNow() > ClosesAt;

    /// <summary>Whether the event came too late. Otherwise the time passed after it came.</summary>
    public bool WasClosed { get; }

    /// <summary>How old the event was when it came.</summary>
    public TimeSpan AgeAtFirst { get; }

    /// <summary>
    /// Whether this delivery came late. Then CloudFormation may have had an answer to an earlier delivery, and may have deleted the
    /// resource since. Before that it has no time for both.
    /// </summary>
    public bool IsLateDelivery => AgeAtFirst > options.ConsistencyLag;

    /// <summary>How old the event is now.</summary>
    public TimeSpan Age => time.GetUtcNow() - start;

    public bool IsQuiet => time.GetUtcNow() >= QuietFrom;
}
