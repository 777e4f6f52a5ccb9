using System.CommandLine;
using BatchResource.Bench.Reports;
using BatchResource.Bench.Scale;

namespace BatchResource.Bench;

/// <summary><c>synthesis</c>, <c>records</c> and <c>deployments</c>: stacks of many jobs, and jobs of many records.</summary>
internal static class ScaleCommands
{
    public static Command Synthesis()
    {
        var document = ReportOptions.Document();
        var command = new Command("synthesis", "Synthesize stacks of more and more jobs") { document };
        command.SetAction(result =>
        {
            var report = new Report(result.GetValue(document));
            report.Finish("synthesis", SynthesisBenchmark.Run(report.Progress));
        });
        return command;
    }

    public static Command Records()
    {
        var document = ReportOptions.Document();
        var command = new Command("records", "Synthesize a job over more and more small records") { document };
        command.SetAction(result =>
        {
            var report = new Report(result.GetValue(document));
            report.Finish("records", RecordsBenchmark.Run(report.Progress));
        });
        return command;
    }

    public static Command Deployments()
    {
        var document = ReportOptions.Document();
        var assembly = new Argument<DirectoryInfo>("cdk.out") { Description = "the synthesized sample app" };
        var command = new Command("deployments", "Deploy more and more jobs at once to the local AWS, while Bedrock throttles") { assembly, document };
        command.SetAction(async (result, cancellation) =>
        {
            var report = new Report(result.GetValue(document));
            var folder = result.GetRequiredValue(assembly).FullName;
            report.Finish("deployments", await DeploymentBenchmark.RunAsync(folder, report.Progress, cancellation));
        });
        return command;
    }
}
