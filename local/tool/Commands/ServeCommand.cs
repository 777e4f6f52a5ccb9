using System.CommandLine;
using BatchResource.Local.Tool.Output;

namespace BatchResource.Local.Tool.Commands;

/// <summary><c>serve</c>: the whole account on one address, for the CDK CLI, the AWS CLI and any SDK.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var port = CommonOptions.Port("The port on loopback, 0 for one that is free", 4566);
        var region = Option("--region", "The Region it serves", "us-east-1");
        var account = Option("--account", "The account's id", "123456789012");
        var accessKey = Option("--access-key", "The access key id it accepts", "test");
        var secretKey = Option("--secret-key", "The secret that goes with it", "test");
        var speed = Option("--speed", "How many seconds pass for jobs in one second; at 60 a job is done in less than half a minute", 60.0);
        var state = Option("--state", "The folder that keeps everything; buckets are folders in its folder s3", ".local-aws");
        var minimum = Option("--minimum-records", "How few records a job may have", 100L);
        var throttling = Option("--throttle", "The share of calls that are throttled, 0 to 1", 0.0);
        var fail = new Option<string[]>("--fail")
        {
            Description = "Logical ids of resources that fail, such as Topic, or Topic=update for one operation alone",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [],
        };
        fail.Validators.Add(result =>
        {
            foreach (var value in (result.GetValueOrDefault<string[]>() ?? []).Where(value => !FailureSettings.IsValid(value)))
                result.AddError($"--fail {FailureSettings.Allowed}, got \"{value}\"");
        });
        var simulate = CommonOptions.SimulateUnknown();
        CommonOptions.Validate(account, value => value.Length == 12 && value.All(char.IsAsciiDigit), "must be twelve digits");
        CommonOptions.Validate(speed, CommonOptions.IsSpeed, CommonOptions.SpeedsAllowed);
        CommonOptions.Validate(minimum, value => value >= 0, "must be 0 or more");
        CommonOptions.Validate(throttling, value => value is >= 0 and <= 1, "must be 0 to 1");

        var command = new Command("serve", "Serve the account to the CDK CLI, the AWS CLI and any SDK, until interrupted")
        {
            port, region, account, accessKey, secretKey, speed, state, minimum, throttling, fail, simulate,
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
                parsed.GetValue(throttling))
            {
                SimulateUnknown = parsed.GetValue(simulate),
                Failures = parsed.GetRequiredValue(fail).Select(FailureSettings.Parse).ToDictionary(),
            };
            return new Server(settings, Terminal.Standard()).RunAsync(cancellation);
        });
        return command;
    }

    private static Option<T> Option<T>(string name, string description, T value) =>
        new(name) { Description = description, DefaultValueFactory = _ => value };
}
