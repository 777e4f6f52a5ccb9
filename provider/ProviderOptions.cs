using System.Globalization;
using BatchResource.Provider.Jobs;

namespace BatchResource.Provider;

/// <summary>The function's environment variables for the provider's waiting times. See docs/operations.md.</summary>
/// <param name="Lifecycle">The defaults, changed by the environment.</param>
/// <param name="Problem">Why the function can do nothing, for example all wrong variables; null if it can work.</param>
internal sealed record ProviderOptions(LifecycleOptions Lifecycle, string? Problem)
{
    private const string Prefix = "BATCHRESOURCE_";

    // A useful value is more than nothing, and less than the time of an invocation.
    private const double Shortest = 0.001;
    private const double Longest = 3600;

    /// <summary>Reads the variables. Their values are seconds, with decimals. A wrong value counts as not set.</summary>
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
