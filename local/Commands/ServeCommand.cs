using System.CommandLine;
using System.Globalization;

namespace BatchResource.Local.Commands;

/// <summary><c>serve</c>: Bedrock's control plane alone, for the AWS CLI and any SDK.</summary>
internal static class ServeCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var port = new Option<int>("--port") { Description = "The port on loopback, 0 for one that is free", DefaultValueFactory = _ => 4566 };
        var region = new Option<string>("--region") { Description = "The Region it serves", DefaultValueFactory = _ => "us-east-1" };
        var account = new Option<string>("--account") { Description = "The account's id", DefaultValueFactory = _ => "123456789012" };
        var accessKey = new Option<string>("--access-key") { Description = "The access key id it accepts", DefaultValueFactory = _ => "test" };
        var secretKey = new Option<string>("--secret-key") { Description = "The secret that goes with it", DefaultValueFactory = _ => "test" };
        var speed = new Option<double>("--speed")
        {
            Description = "How many seconds pass for jobs in one second: 60 takes a job through all its states in half a minute",
            DefaultValueFactory = _ => 60,
        };
        var state = new Option<string>("--state")
        {
            Description = "The folder that keeps the jobs; buckets are folders in its folder s3",
            DefaultValueFactory = _ => ".local-aws",
        };
        var minimum = new Option<long>("--minimum-records") { Description = "How few records a job may have", DefaultValueFactory = _ => 100 };
        var throttling = new Option<double>("--throttle") { Description = "The share of calls that are throttled, 0 to 1" };
        Validate(port, value => value is >= 0 and <= ushort.MaxValue, "must be 0-65535");
        Validate(account, value => value.Length == 12 && value.All(char.IsAsciiDigit), "must be twelve digits");
        Validate(speed, value => value is > 0 and < double.PositiveInfinity, "must be greater than 0");
        Validate(throttling, value => value is >= 0 and <= 1, "must be 0 to 1");

        var command = new Command("serve", "Serve Bedrock's batch inference operations to the AWS CLI and SDKs, until interrupted")
        {
            port, region, account, accessKey, secretKey, speed, state, minimum, throttling,
        };
        command.SetAction((parsed, cancellation) =>
        {
            var settings = new ServeSettings(
                parsed.GetValue(port),
                new(parsed.GetRequiredValue(account), parsed.GetRequiredValue(region)),
                parsed.GetRequiredValue(accessKey),
                parsed.GetRequiredValue(secretKey),
                parsed.GetValue(speed),
                parsed.GetRequiredValue(state),
                parsed.GetValue(minimum),
                parsed.GetValue(throttling));
            return new Server(settings, Terminal.Standard()).RunAsync(cancellation);
        });
        return command;
    }

    /// <summary>What is no value of the type at all is refused by the parser itself.</summary>
    private static void Validate<T>(Option<T> option, Func<T, bool> isValid, string allowed)
        where T : IParsable<T> => option.Validators.Add(result =>
    {
        if (result.Tokens is [var token] && T.TryParse(token.Value, CultureInfo.InvariantCulture, out var value) && !isValid(value))
            result.AddError($"{option.Name} {allowed}, got \"{token.Value}\"");
    });
}
