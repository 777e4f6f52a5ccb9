using System.Globalization;
using BatchResource.Provider.Jobs;

namespace BatchResource.Provider;

/// <summary>The function's environment variables that change how long the provider waits. See docs/operations.md.</summary>
/// <param name="Lifecycle">The defaults, with what the environment overrides.</param>
/// <param name="Problem">Why the function can do nothing, wrong variables for instance, all of them; null when it can.</param>
internal sealed record ProviderOptions(LifecycleOptions Lifecycle, string? Problem)
{
    private const string Prefix = "BATCHRESOURCE_";

    // What counts is less than the time of an invocation, and more than nothing.
    private const double Shortest = 0.001;
    private const double Longest = 3600;

    /// <summary>Reads the variables, whose values are seconds, with decimals. One that is wrong counts as not set.</summary>
    public static ProviderOptions Read(Func<string, string?> environment)
    {
        var defaults = new LifecycleOptions();
        List<string> problems = [];
        var lifecycle = new LifecycleOptions
        {
            CreateWindow = Seconds("CREATE_WINDOW", defaults.CreateWindow),
            CallTimeout = Seconds("CALL_TIMEOUT", defaults.CallTimeout),
            RolePropagation = Seconds("ROLE_PROPAGATION", defaults.RolePropagation),
            PolicyPropagation = Seconds("POLICY_PROPAGATION", defaults.PolicyPropagation),
            ConsistencyLag = Seconds("CONSISTENCY_LAG", defaults.ConsistencyLag),
            StopWait = Seconds("STOP_WAIT", defaults.StopWait),
            PollInterval = Seconds("POLL_INTERVAL", defaults.PollInterval),
            BackoffBase = Seconds("BACKOFF_BASE", defaults.BackoffBase),
            BackoffLimit = Seconds("BACKOFF_LIMIT", defaults.BackoffLimit),
        };
        return new ProviderOptions(lifecycle, problems.Count == 0 ? null : string.Join("; ", problems));

        TimeSpan Seconds(string name, TimeSpan otherwise)
        {
            if (environment(Prefix + name) is not { Length: > 0 } text)
            {
                return otherwise;
            }

            if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
                && seconds is >= Shortest and <= Longest)
            {
                return TimeSpan.FromSeconds(seconds);
            }

            problems.Add($"{Prefix}{name} must be a number of seconds, {Shortest}-{Longest}, got \"{text}\"");
            return otherwise;
        }
    }
}
