using System.Diagnostics;
using Amazon.CDK;
using Amazon.CDK.AWS.S3;
using BatchResource.Bench.Reports;
using BatchResource.Cdk;

namespace BatchResource.Bench.Scale;

/// <summary>Synthesizes a job over a folder of more and more small records, which are all read and checked.</summary>
internal static class RecordsBenchmark
{
    private const int RecordsOfAFile = 1_000;

    private static readonly int[] Counts = [1_000, 10_000, 100_000, 1_000_000];

    public static Table Run(Action<string> report)
    {
        // The first app starts the CDK's runtime.
        _ = Measure(RecordsOfAFile);
        var table = new Table("records", "files", "MB", "seconds", "µs a record", "peak MiB of the app's process");
        foreach (var count in Counts)
        {
            report($"{count} records");
            var (size, time) = Measure(count);
            table.Add(
                $"{count}",
                $"{count / RecordsOfAFile}",
                Figure.Of(size / 1e6),
                Figure.Of(time.TotalSeconds),
                Figure.Of(time.TotalMicroseconds / count),
                Figure.Of(PeakMemory() / 1024.0 / 1024.0));
        }
        return table;
    }

    private static (long Size, TimeSpan Time) Measure(int count)
    {
        var folder = Directory.CreateTempSubdirectory("batch-resource-");
        try
        {
            var records = folder.CreateSubdirectory("records").FullName;
            var size = Write(records, count);
            var started = Stopwatch.GetTimestamp();
            Synthesize(records, Path.Combine(folder.FullName, "cdk.out"));
            return (size, Stopwatch.GetElapsedTime(started));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static long Write(string folder, int count)
    {
        var size = 0L;
        for (var file = 0; file < count / RecordsOfAFile; file++)
        {
            var path = Path.Combine(folder, $"{file:D4}.jsonl");
            File.WriteAllLines(path, Enumerable.Range(0, RecordsOfAFile).Select(number =>
                $$$"""{"recordId":"{{{file}}}-{{{number}}}","modelInput":{"inputText":"number {{{number}}}","dimensions":256}}"""));
            size += new FileInfo(path).Length;
        }
        return size;
    }

    private static void Synthesize(string records, string outdir)
    {
        var app = new App(new AppProps { Outdir = outdir });
        var stack = new Stack(app, "Stack");
        _ = new BatchInferenceJob(stack, "Job", new BatchInferenceJobProps
        {
            Model = BatchInferenceModel.FromFoundationModel("amazon.titan-embed-text-v2:0"),
            Input = BatchInferenceInput.FromAsset(records, new BatchInferenceRecordLimits { MaximumRecords = Counts[^1] }),
            Output = BatchInferenceOutput.ToBucket(new Bucket(stack, "Bucket")),
        });
        app.Synth();
    }

    private static long PeakMemory()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }
}
