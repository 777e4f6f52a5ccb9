namespace BatchResource.Provider.Retry;

/// <summary>
/// Exponential backoff with full jitter: before the n-th repetition, a random time between nothing and
/// <c>min(limit, start * 2^(n-1))</c>.
/// </summary>
internal sealed class Backoff(TimeSpan start, TimeSpan limit, Func<double> random)
{
    private const int LargestExponent = 30;

    /// <summary>How long to wait before a repetition.</summary>
    /// <param name="repetition">1 before the second try.</param>
    public TimeSpan Before(int repetition)
    {
        var exponent = Math.Min(repetition - 1, LargestExponent);
        var ceiling = Math.Min(limit.Ticks, start.Ticks * Math.Pow(2, exponent));
        return TimeSpan.FromTicks((long)(ceiling * random()));
    }
}
