using System.Globalization;
using System.Runtime.InteropServices;

namespace BatchResource.Bench.Reports;

/// <summary>What the figures were measured on, without naming the machine.</summary>
internal static class Machine
{
    public static string Today => DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Describe() => string.Join(", ", [
        $"{Environment.ProcessorCount} cores{Processor()}",
        RuntimeInformation.FrameworkDescription,
        RuntimeInformation.OSDescription.Split(' ')[0] + " " + RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant(),
    ]);

    private static string Processor()
    {
        const string Key = "model name";
        const string CpuInfo = "/proc/cpuinfo";
        var line = File.Exists(CpuInfo)
            ? File.ReadLines(CpuInfo).FirstOrDefault(line => line.StartsWith(Key, StringComparison.Ordinal))
            : null;
        return line is null ? "" : $" ({line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()})";
    }
}
