using System.Globalization;
using BatchResource.Provider.Jobs;

namespace BatchResource.Provider;

/// <summary>Reads the function's environment variables that change how long the provider waits. See docs/operations.md.</summary>
internal static class ProviderOptions
{
    private const string Prefix = "BATCHRESOURCE_";

    /// <summary>The defaults, with what the environment overrides. Values are seconds, with decimals; anything else is an error.</summary>
    /// <exception cref="FormatException">A variable is not a positive number of seconds.</exception>
    public static LifecycleOptions Read(Func<string, string?> environment)
    {
        var defaults = new LifecycleOptions();
        return new LifecycleOptions
        {
            CreateWindow = Seconds(environment, "CREATE_WINDOW", defaults.CreateWindow),
            CallTimeout = Seconds(environment, "CALL_TIMEOUT", defaults.CallTimeout),
            RolePropagation = Seconds(environment, "ROLE_PROPAGATION", defaults.RolePropagation),
            ConsistencyLag = Seconds(environment, "CONSISTENCY_LAG", defaults.ConsistencyLag),
            StopWait = Seconds(environment, "STOP_WAIT", defaults.StopWait),
            PollInterval = Seconds(environment, "POLL_INTERVAL", defaults.PollInterval),
            BackoffBase = Seconds(environment, "BACKOFF_BASE", defaults.BackoffBase),
            BackoffLimit = Seconds(environment, "BACKOFF_LIMIT", defaults.BackoffLimit),
        };
    }

    private static TimeSpan Seconds(Func<string, string?> environment, string name, TimeSpan otherwise)
    {
        if (environment(Prefix + name) is not { Length: > 0 } text)
        {
            return otherwise;
        }

        return double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds > 0
            ? TimeSpan.FromSeconds(seconds)
            : throw new FormatException($"{Prefix}{name} must be a positive number of seconds, got \"{text}\"");
    }
}
