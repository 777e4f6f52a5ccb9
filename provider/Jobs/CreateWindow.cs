namespace BatchResource.Provider.Jobs;

/// <summary>
/// The time in which a job may be started for an event. Every try of a Create begins inside its window, so once the window of a Delete
/// has passed, no Create that CloudFormation issued before it can start a job any more (L12).
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

    /// <summary>Nothing that began inside the window is under way any more, and what it started shows up in the list of jobs.</summary>
    public DateTimeOffset QuietFrom => ClosesAt + options.CallTimeout + options.ConsistencyLag;

    public bool IsClosed => time.GetUtcNow() > ClosesAt;

    /// <summary>Whether the event came too late; otherwise the time was used up after it came.</summary>
    public bool WasClosed { get; }

    /// <summary>How old the event was when it came.</summary>
    public TimeSpan AgeAtFirst { get; }

    /// <summary>How old the event is now.</summary>
    public TimeSpan Age => time.GetUtcNow() - start;

    public bool IsQuiet => time.GetUtcNow() >= QuietFrom;
}
