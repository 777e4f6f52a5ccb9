using System.CommandLine;
using System.Globalization;
using BatchResource.Local.Ground;
using BatchResource.Local.Tool.Accounts;

namespace BatchResource.Local.Tool.Commands;

/// <summary>Options that several commands have.</summary>
internal static class CommonOptions
{
    /// <summary>What <see cref="IsSpeed"/> asks for, in words.</summary>
    public const string SpeedsAllowed = "must be greater than 0 and at most 1000000";

    /// <summary>The folder of the account.</summary>
    public static Option<string> State() => new("--state")
    {
        Description = "The folder that keeps stacks, jobs and buckets",
        DefaultValueFactory = _ => ".local-aws",
    };

    /// <summary>The speed of the clock.</summary>
    public static Option<double> Speed()
    {
        var speed = new Option<double>("--speed")
        {
            Description = "How many seconds pass in the local AWS in one second: 60 takes a job through all its states in half a minute",
            DefaultValueFactory = _ => AccountSettings.DefaultSpeed,
        };
        Validate(speed, IsSpeed, SpeedsAllowed);
        return speed;
    }

    /// <summary>A port to listen on.</summary>
    public static Option<int> Port(string description, int value)
    {
        var port = new Option<int>("--port") { Description = description, DefaultValueFactory = _ => value };
        Validate(port, number => number is >= 0 and <= ushort.MaxValue, "must be 0-65535");
        return port;
    }

    /// <summary>What becomes of resource types that are not known.</summary>
    public static Option<bool> SimulateUnknown() => new("--simulate-unknown")
    {
        Description = "Take resource types that are not known for ones that do nothing, instead of refusing the template",
    };

    /// <summary>Output for programs.</summary>
    public static Option<bool> Json() => new("--json") { Description = "Write one JSON document instead of lines and tables" };

    /// <summary>Whether a clock can go that fast.</summary>
    public static bool IsSpeed(double value) => value is > 0 and <= LocalClock.MaximumSpeed;

    /// <summary>Refuses values of an option; what is no value of its type at all is refused by the parser itself.</summary>
    public static void Validate<T>(Option<T> option, Func<T, bool> isValid, string allowed)
        where T : IParsable<T> => option.Validators.Add(result =>
    {
        if (result.Tokens is [var token] && T.TryParse(token.Value, CultureInfo.InvariantCulture, out var value) && !isValid(value))
            result.AddError($"{option.Name} {allowed}, got \"{token.Value}\"");
    });
}
