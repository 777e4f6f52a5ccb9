namespace BatchResource.Provider.CloudFormation;

/// <summary>
/// Divides an invocation's time (L3): the work has to end early enough for an answer that says so, and the delivery of that answer early
/// enough for its own retries.
/// </summary>
/// <param name="Work">How long the resource may work.</param>
/// <param name="Delivery">How long after the start the answer may still be sent.</param>
internal readonly record struct InvocationDeadline(TimeSpan Work, TimeSpan Delivery)
{
    private static readonly TimeSpan LongestReserve = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan ShutdownReserve = TimeSpan.FromMilliseconds(500);

    /// <summary>A fifth of a short time, and never more than 15 s, is kept for the answer.</summary>
    public static InvocationDeadline From(TimeSpan remaining)
    {
        var reserve = remaining / 5 < LongestReserve ? remaining / 5 : LongestReserve;
        var work = remaining - reserve;
        var delivery = remaining - ShutdownReserve;
        return new InvocationDeadline(
            work > TimeSpan.Zero ? work : TimeSpan.Zero, delivery > TimeSpan.Zero ? delivery : TimeSpan.Zero);
    }
}
