using System.CommandLine;
using BatchResource.Local.Tool.Accounts;
using BatchResource.Local.Tool.Output;

namespace BatchResource.Local.Tool.Commands;

/// <summary><c>deploy</c>: creates or updates a stack.</summary>
internal static class DeployCommand
{
    public static Command Create()
    {
        var path = new Argument<string>("path") { Description = "A cdk.out folder, or a template file, JSON or YAML" };
        var stack = new Option<string?>("--stack") { Description = "The stack; may be left out when there is only one" };
        var parameters = new Option<string[]>("--parameters")
        {
            Description = "Values for the template's parameters, as key=value",
            AllowMultipleArgumentsPerToken = true,
        };
        var fault = new Option<string[]>("--fault")
        {
            Description = $"What goes wrong, and how often, such as throttling=20%; one of {FaultSettings.Kinds}",
            AllowMultipleArgumentsPerToken = true,
        };
        var fail = new Option<string[]>("--fail")
        {
            Description = "Logical ids of resources whose creation or update fails, to see the rollback",
            AllowMultipleArgumentsPerToken = true,
        };
        var keep = new Option<bool>("--disable-rollback")
        {
            Description = "Leave everything as it is when a resource fails: deploy again to go on, rollback to go back",
        };
        var simulate = CommonOptions.SimulateUnknown();
        var wait = new Option<bool>("--wait") { Description = "Wait until the stack's jobs have ended too" };
        var (speed, state, json) = (CommonOptions.Speed(), CommonOptions.State(), CommonOptions.Json());
        parameters.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => token.Value.IndexOf('=', StringComparison.Ordinal) < 1))
                result.AddError($"--parameters must be key=value, got \"{token.Value}\"");
        });
        fault.Validators.Add(result =>
        {
            try
            {
                FaultSettings.Parse(result.Tokens.Select(token => token.Value));
            }
            catch (FormatException e)
            {
                result.AddError(e.Message);
            }
        });

        var command = new Command("deploy", "Create or update a stack, as cdk deploy would in an AWS account")
        {
            path, stack, parameters, fault, fail, keep, simulate, wait, speed, state, json,
        };
        command.SetAction((parsed, cancellation) =>
        {
            var settings = new DeploySettings(
                parsed.GetRequiredValue(path),
                new()
                {
                    StackName = parsed.GetValue(stack),
                    DisableRollback = parsed.GetValue(keep),
                    Parameters = (parsed.GetValue(parameters) ?? [])
                        .Select(pair => pair.Split('=', 2))
                        .ToDictionary(pair => pair[0], pair => pair[1]),
                },
                FaultSettings.Parse(parsed.GetValue(fault) ?? []),
                parsed.GetValue(fail) ?? [],
                parsed.GetValue(wait),
                parsed.GetValue(simulate),
                parsed.GetValue(speed),
                parsed.GetRequiredValue(state));
            var output = CommandOutput.Standard(parsed.GetValue(json));
            return CommandRunner.RunAsync(output, () => new Deployment(settings, output).RunAsync(cancellation));
        });
        return command;
    }
}
