namespace BatchResource.Local.Ground;

/// <summary>
/// The time that the local AWS lives by: the machine's, or faster. Everything in it that waits or stamps a time asks this
/// provider, so that a job of hours takes seconds and a test decides when a state changes.
/// </summary>
public sealed class LocalClock : TimeProvider
{
    /// <summary>A year passes in half a minute; faster, timers of a job's states could not be told apart.</summary>
    public const double MaximumSpeed = 1_000_000;

    /// <summary>Where time stops: far enough from the end of the calendar for everything that still adds to it.</summary>
    private static readonly DateTimeOffset Latest = new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly TimeProvider machine;
    private readonly DateTimeOffset start;
    private readonly long startTimestamp;

    /// <summary>Starts a clock that runs <paramref name="speed"/> times as fast as the machine's.</summary>
    /// <param name="speed">How many seconds pass in one second of the machine: more than 0, at most <see cref="MaximumSpeed"/>.</param>
    /// <param name="machine">The machine's time.</param>
    /// <param name="notBefore">
    /// The last time that an earlier clock is known to have shown: one that ran fast is ahead of the machine, and time must not go back.
    /// </param>
    public LocalClock(double speed = 1, TimeProvider? machine = null, DateTimeOffset? notBefore = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(speed);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(speed, MaximumSpeed);
        Speed = speed;
        this.machine = machine ?? System;
        var now = this.machine.GetUtcNow();
        start = notBefore > now ? notBefore.Value : now;
        startTimestamp = this.machine.GetTimestamp();
    }

    /// <summary>How many seconds pass here in one second of the machine.</summary>
    public double Speed { get; }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => Later(start, machine.GetElapsedTime(startTimestamp), Speed);

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        machine.CreateTimer(callback, state, Scaled(dueTime), Scaled(period));

    /// <summary>The time at which a clock is that has run at a speed for some time of the machine's.</summary>
    internal static DateTimeOffset Later(DateTimeOffset start, TimeSpan elapsed, double speed) =>
        elapsed.TotalSeconds * speed < (Latest - start).TotalSeconds ? start + (elapsed * speed) : Latest;

    private TimeSpan Scaled(TimeSpan time) => time < TimeSpan.Zero ? time : time / Speed;
}
