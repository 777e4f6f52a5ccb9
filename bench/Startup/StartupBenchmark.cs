using BatchResource.Bench.Reports;

namespace BatchResource.Bench.Startup;

/// <summary>Runs the contenders in turn, so that whatever slows the machine down meets all of them alike.</summary>
internal sealed class StartupBenchmark(
    IReadOnlyList<Contender> contenders, IReadOnlyList<Floor> floors, int rounds, int warmEvents, LambdaProcessor? processor)
{
    /// <summary>Every contender's and floor's medians, by name; the first contender is what the others are compared with.</summary>
    public async Task<Table> RunAsync(Action<string> report, CancellationToken cancellation)
    {
        await using var aws = await MeasuredAws.StartAsync();
        var runs = contenders.ToDictionary(contender => contender, _ => new List<StartupRun>());
        var floorRuns = floors.ToDictionary(floor => floor, _ => new List<(TimeSpan Time, long PeakMemory)>());
        var index = 0;
        // The first round fills the machine's caches and is not counted.
        for (var round = 0; round <= rounds; round++)
        {
            cancellation.ThrowIfCancellationRequested();
            report(round == 0 ? "warming up" : $"round {round} of {rounds}");
            foreach (var contender in contenders)
            {
                var run = await StartupRun.MeasureAsync(contender, aws, processor, warmEvents, () => index++);
                if (round > 0)
                    runs[contender].Add(run);
            }
            foreach (var floor in floors)
            {
                var run = await floor.MeasureAsync(processor);
                if (round > 0)
                    floorRuns[floor].Add(run);
            }
        }
        return StartupTable.Of(
            [.. contenders.Select(contender => (contender, Figures(contender, runs[contender])))],
            [.. floors.Select(floor => (floor, Milliseconds(floorRuns[floor].Select(r => r.Time)), MiB(floorRuns[floor].Select(r => r.PeakMemory))))]);
    }

    private static StartupFigures Figures(Contender contender, List<StartupRun> runs) => new(
        Milliseconds(runs.Select(run => run.Cold.Handed)),
        Milliseconds(runs.Select(run => run.Cold.Answered)),
        Milliseconds(runs.Select(run => run.Cold.Handed + run.Cold.Answered)),
        Milliseconds(runs.Select(run => run.ColdProcessorTime)),
        Milliseconds(runs.SelectMany(run => run.Warm)),
        MiB(runs.Select(run => run.PeakMemory)),
        Bundles.ZippedMegabytes(contender.Folder));

    private static double Milliseconds(IEnumerable<TimeSpan> times) => Median.Of(times.Select(time => time.TotalMilliseconds));

    private static double MiB(IEnumerable<long> bytes) => Median.Of(bytes.Select(count => count / 1048576.0));
}
