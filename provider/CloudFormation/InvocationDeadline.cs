namespace BatchResource.Provider.CloudFormation;

/// <summary>
/// Divides an invocation's time (L3). The work ends early enough to send an answer that says so. The delivery of that answer ends early
/// enough for its own retries, and to undo what cannot be reported.
/// </summary>
/// <param name="Work">How long the resource may work.</param>
/// <param name="Patience">How long after the start to wait for a resource that does not stop in time.</param>
/// <param name="Delivery">How long after the start the answer may still be sent.</param>
internal readonly record struct InvocationDeadline(TimeSpan Work, TimeSpan Patience, TimeSpan Delivery)
{
    private static readonly TimeSpan LongestReserve = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestGrace = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestShutdown = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// The time until Lambda ends the invocation, or until CloudFormation stops listening, whichever is shorter. An event that
    /// CloudFormation no longer waits for gets Lambda's time, because the provider must still leave its job in order.
    /// </summary>
    /// <param name="remaining">The time until Lambda ends the invocation.</param>
    /// <param name="listening">The time until CloudFormation stops waiting for the event.</param>
    public static InvocationDeadline From(TimeSpan remaining, TimeSpan listening) =>
        From(listening > TimeSpan.Zero ? Shorter(remaining, listening) : remaining);

    /// <summary>Keeps a fifth of a short time for the answer, and never more than 15 s.</summary>
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
