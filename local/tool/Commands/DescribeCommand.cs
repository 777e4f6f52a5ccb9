using System.CommandLine;
using System.Text.Json.Nodes;
using BatchResource.Local.CloudFormation;
using BatchResource.Local.Tool.Accounts;
using BatchResource.Local.Tool.Output;

namespace BatchResource.Local.Tool.Commands;

/// <summary><c>describe</c>: shows stacks as they were last written down; works beside a deployment that runs.</summary>
internal static class DescribeCommand
{
    public static Command Create()
    {
        var stack = new Argument<string?>("stack")
        {
            Description = "The stack's name; all stacks when left out",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var (state, json) = (CommonOptions.State(), CommonOptions.Json());
        var command = new Command("describe", "Show a stack with its resources and outputs, or a list of all stacks")
        {
            stack, state, json,
        };
        command.SetAction((parsed, _) =>
        {
            var output = CommandOutput.Standard(parsed.GetValue(json));
            return CommandRunner.RunAsync(output, () => Task.FromResult(
                Describe(SavedStacks.Read(parsed.GetRequiredValue(state)), parsed.GetValue(stack), output)));
        });
        return command;
    }

    private static int Describe(SavedStacks stacks, string? name, CommandOutput output)
    {
        if (name is null)
        {
            var existing = stacks.All.Where(stack => stack.Status != StackStatus.DeleteComplete).ToList();
            if (output.IsJson)
                output.Json(new JsonArray([.. existing.Select(stack => StackJson.Of(stack, withEvents: false))]));
            else
                StackTables.WriteAll(output.Terminal, existing);
            return ExitCode.Success;
        }

        var found = stacks.Find(name);
        if (output.IsJson)
            output.Json(StackJson.Of(found, withEvents: false));
        else
            StackTables.Write(output.Terminal, found);
        return ExitCode.Success;
    }
}
