using System.CommandLine;
using BatchResource.Local.CloudFormation;
using BatchResource.Local.Tool.Demo;
using BatchResource.Local.Tool.Output;

namespace BatchResource.Local.Tool.Commands;

/// <summary><c>demo</c>: the life of a job, shown on the sample app.</summary>
internal static class DemoCommand
{
    public static Command Create()
    {
        var assembly = new Argument<string>("cdk.out")
        {
            Description = "The synthesized sample app",
            DefaultValueFactory = _ => "cdk.out",
        };
        var command = new Command("demo", "Create, change, roll back and delete a stack with a batch inference job, and check every step")
        {
            assembly,
        };
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetRequiredValue(assembly), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string assembly, CancellationToken cancellation)
    {
        var terminal = Terminal.Standard();
        try
        {
            return await new DemoScenario(assembly, terminal).RunAsync(cancellation) ? ExitCode.Success : ExitCode.Failed;
        }
        catch (Exception e) when (e is TemplateException or StackException)
        {
            terminal.Line(e.Message, "red");
            return ExitCode.Refused;
        }
    }
}
