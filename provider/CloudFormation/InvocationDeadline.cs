namespace BatchResource.Provider.CloudFormation;

/// <summary>
/// Divides an invocation's time (L3): the work has to end early enough for an answer that says so, and the delivery of that answer early
/// enough for its own retries, and for what has to be taken back when it cannot be delivered.
/// </summary>
/// <param name="Work">How long the resource may work.</param>
/// <param name="Patience">How long after the start it is waited for, if it does not heed that its time is up.</param>
/// <param name="Delivery">How long after the start the answer may still be sent.</param>
internal readonly record struct InvocationDeadline(TimeSpan Work, TimeSpan Patience, TimeSpan Delivery)
{
    private static readonly TimeSpan LongestReserve = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestGrace = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestShutdown = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// The time that Lambda leaves, or that CloudFormation listens, whichever is less. An event that is past CloudFormation's patience has
    /// Lambda's time: what it is about is still to be left in order.
    /// </summary>
    /// <param name="remaining">The time until Lambda ends the invocation.</param>
    /// <param name="listening">The time until CloudFormation gives up the event.</param>
    public static InvocationDeadline From(TimeSpan remaining, TimeSpan listening) =>
        From(listening > TimeSpan.Zero ? Shorter(remaining, listening) : remaining);

    /// <summary>A fifth of a short time, and never more than 15 s, is kept for the answer.</summary>
    public static InvocationDeadline From(TimeSpan remaining)
    {
        var time = remaining > TimeSpan.Zero ? remaining : TimeSpan.Zero;
        var reserve = Shorter(time / 5, LongestReserve);
        var grace = Shorter(reserve / 5, LongestGrace);
        var work = time - reserve;
        return new InvocationDeadline(work, work + grace, time - Shorter(time / 20, LongestShutdown) - grace);
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
