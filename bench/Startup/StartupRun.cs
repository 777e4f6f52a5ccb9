namespace BatchResource.Bench.Startup;

/// <summary>One process of a contender: its cold event, and some warm ones.</summary>
internal sealed record StartupRun(Invocation Cold, TimeSpan ColdProcessorTime, IReadOnlyList<TimeSpan> Warm, long PeakMemory)
{
    public static async Task<StartupRun> MeasureAsync(
        Contender contender, MeasuredAws aws, LambdaProcessor? processor, int warmEvents, Func<int> nextIndex)
    {
        await using var process = new FunctionProcess(contender, aws, processor);
        await process.StartAsync();
        var cold = await process.InvokeAsync(nextIndex());
        var processorTime = process.ProcessorTime;
        var warm = new List<TimeSpan>();
        for (var i = 0; i < warmEvents; i++)
            warm.Add((await process.InvokeAsync(nextIndex())).Answered);
        return new(cold, processorTime, warm, process.PeakMemory);
    }
}
