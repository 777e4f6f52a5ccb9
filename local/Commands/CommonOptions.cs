using System.CommandLine;

namespace BatchResource.Local.Commands;

/// <summary>Options that several commands have.</summary>
internal static class CommonOptions
{
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
            DefaultValueFactory = _ => 60,
        };
        speed.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && double.TryParse(token.Value, out var value) && value is not (> 0 and < double.PositiveInfinity))
                result.AddError($"--speed must be greater than 0, got \"{token.Value}\"");
        });
        return speed;
    }

    /// <summary>Output for programs.</summary>
    public static Option<bool> Json() => new("--json") { Description = "Write one JSON document instead of lines and tables" };
}
