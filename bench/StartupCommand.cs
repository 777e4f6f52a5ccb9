using System.CommandLine;
using BatchResource.Bench.Reports;
using BatchResource.Bench.Startup;

namespace BatchResource.Bench;

/// <summary><c>startup</c>: the provider beside the function of AwsCustomResource.</summary>
internal static class StartupCommand
{
    private const int LeastRounds = 15;
    private const int DefaultWarmEvents = 20;

    public static Command Create()
    {
        var rounds = new Option<int>("--rounds") { Description = "how often each process is started", DefaultValueFactory = _ => LeastRounds };
        var warm = new Option<int>("--warm") { Description = "events after the first one", DefaultValueFactory = _ => DefaultWarmEvents };
        var bundle = new Option<string[]>("--bundle")
        {
            Description = "a provider's bundle as NAME=FOLDER, for comparing builds; the published ones when absent",
        };
        var document = ReportOptions.Document();
        var command = new Command("startup", "Start the provider and the function of AwsCustomResource in turn") { rounds, warm, bundle, document };
        command.SetAction((result, cancellation) => RunAsync(
            result.GetValue(rounds), result.GetValue(warm), result.GetValue(bundle) ?? [], result.GetValue(document), cancellation));
        return command;
    }

    private static async Task RunAsync(
        int rounds, int warm, string[] bundles, string? document, CancellationToken cancellation)
    {
        var report = new Report(document);
        Contender[] contenders =
            [Contenders.AwsCustomResource(), .. bundles.Length > 0 ? bundles.Select(Contenders.ProviderNamed) : Contenders.PublishedProviders()];
        using var processor = LambdaProcessor.TryCreate();
        if (processor is null)
            report.Progress("as on Lambda: not measured, for want of the right to make a control group");
        else
            await MeasureAsync("startup", processor);
        await MeasureAsync("startup-whole-cores", processor: null);

        async Task MeasureAsync(string section, LambdaProcessor? processor)
        {
            var benchmark = new StartupBenchmark(contenders, Contenders.Floors(), rounds, warm, processor);
            var table = await benchmark.RunAsync(report.Progress, cancellation);
            report.Finish(
                section,
                table,
                $"Node.js {Contenders.NodeVersion()}",
                $"aws-cdk-lib {Contenders.PackageVersion("aws-cdk-lib")}",
                $"@aws-sdk/client-bedrock {Contenders.PackageVersion("@aws-sdk/client-bedrock")}",
                $"{rounds} rounds of {warm + 1} events");
        }
    }
}
