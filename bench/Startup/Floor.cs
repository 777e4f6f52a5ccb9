using System.Diagnostics;

namespace BatchResource.Bench.Startup;

/// <summary>A process that does nothing but say a word: what no function of its runtime can be faster or smaller than.</summary>
/// <param name="Name">As the tables call it.</param>
/// <param name="FileName">The program; it prints a line and waits for the end of its input.</param>
/// <param name="Arguments">Its arguments.</param>
internal sealed record Floor(string Name, string FileName, IReadOnlyList<string> Arguments)
{
    /// <summary>The time from the start of a process to its line, and its peak memory in bytes.</summary>
    public async Task<(TimeSpan Time, long PeakMemory)> MeasureAsync(LambdaProcessor? processor)
    {
        var start = LambdaProcessor.StartInfo(processor, FileName, Arguments);
        (start.RedirectStandardInput, start.RedirectStandardOutput) = (true, true);
        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{FileName} does not start");
        var line = await process.StandardOutput.ReadLineAsync();
        var time = Stopwatch.GetElapsedTime(started);
        var memory = process.PeakWorkingSet64;
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return line is not null && process.ExitCode == 0
            ? (time, memory)
            : throw new InvalidOperationException($"{Name} ended with {process.ExitCode}");
    }
}
