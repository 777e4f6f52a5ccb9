using System.CommandLine;
using System.CommandLine.Help;
using System.Runtime.InteropServices;

namespace BatchResource.Local.Tool.Commands;

/// <summary>The program's command line.</summary>
internal static class CommandLine
{
    private const string Examples = """
        Examples:
          demo cdk.out                                     see a job live through everything, in ten seconds
          deploy cdk.out --wait                            create the stack, follow its job to the end
          deploy cdk.out --fail JobArnParameterD0A3F760    see a rollback
          deploy cdk.out --fault throttling=30%            see how the provider copes
          deploy template.yaml --stack mine --parameters Model=amazon.nova-lite-v1:0
          jobs --wait --speed 600                          let the jobs finish, faster
          results abc123def456                             what a job has written
          events NightlySummaries                          a stack's history
          delete NightlySummaries
          serve --port 4566                                the account, for the AWS CLI, the CDK CLI and SDKs

        Exit codes:
          0    as asked
          1    tried, with another outcome: rolled back, failed, a demo step went wrong
          2    refused: the command line, the template or the stack's state does not allow it; nothing was changed
          3    the state folder is in use or damaged; it stays as it is
          130  interrupted, by Ctrl-C or SIGTERM; serve and hold, which end in no other way, exit with 0

        """;

    /// <summary>Runs the program.</summary>
    /// <returns>The process's exit code.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        using var ended = new CancellationTokenSource();

        // The library's own watch ends the process after two seconds, with a function still being stopped and the cursor hidden.
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => signal.Cancel = End());
        ConsoleCancelEventHandler interrupt = (_, key) => key.Cancel = End();
        Console.CancelKeyPress += interrupt;
        try
        {
            var parsed = Root().Parse(args);
            var code = await parsed.InvokeAsync(new() { ProcessTerminationTimeout = null }, ended.Token);
            return parsed.Errors.Count > 0 ? ExitCode.Refused : code;
        }
        finally
        {
            Console.CancelKeyPress -= interrupt;
        }

        // A second signal is not held back: it ends the process at once.
        bool End()
        {
            var isFirst = !ended.IsCancellationRequested;
            ended.Cancel();
            return isFirst;
        }
    }

    private static RootCommand Root()
    {
        var root = new RootCommand("An AWS account on this machine, with as much in it as Bedrock batch inference jobs need")
        {
            DemoCommand.Create(),
            DeployCommand.Create(),
            RollbackCommand.Create(),
            DeleteCommand.Create(),
            DescribeCommand.Create(),
            EventsCommand.Create(),
            JobsCommand.Create(),
            ResultsCommand.Create(),
            ServeCommand.Create(),
            HoldCommand.Create(),
        };
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!, root, Examples);
        return root;
    }
}
