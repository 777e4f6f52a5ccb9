using BatchResource.Bench.Reports;

namespace BatchResource.Bench.Startup;

/// <summary>The medians beside each other, and as ratios to the first contender.</summary>
internal static class StartupTable
{
    public static Table Of(
        IReadOnlyList<(Contender Contender, StartupFigures Figures)> contenders,
        IReadOnlyList<(Floor Floor, double Time, double PeakMemory)> floors)
    {
        var reference = contenders[0].Figures;
        var table = new Table("", "init ms", "first ms", "cold ms", "ratio", "cpu ms", "ratio", "warm ms", "ratio", "peak MiB", "ratio", "zip MB");
        foreach (var (contender, figures) in contenders)
        {
            table.Add(
                contender.Name,
                Figure.Of(figures.Init),
                Figure.Of(figures.First),
                Figure.Of(figures.Cold),
                Figure.Ratio(figures.Cold / reference.Cold),
                Figure.Of(figures.Processor),
                Figure.Ratio(figures.Processor / reference.Processor),
                Figure.Of(figures.Warm),
                Figure.Ratio(figures.Warm / reference.Warm),
                Figure.Of(figures.PeakMemory),
                Figure.Ratio(figures.PeakMemory / reference.PeakMemory),
                Figure.Of(figures.BundleSize));
        }
        foreach (var (floor, time, memory) in floors)
        {
            table.Add(
                floor.Name, "", "", Figure.Of(time), Figure.Ratio(time / reference.Cold), "", "", "", "",
                Figure.Of(memory), Figure.Ratio(memory / reference.PeakMemory), "");
        }
        return table;
    }
}
