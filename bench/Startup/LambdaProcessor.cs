using System.Diagnostics;
using System.Globalization;

namespace BatchResource.Bench.Startup;

/// <summary>
/// Gives a process the processor time that Lambda gives a function: one processor while it initialises, then what comes with its memory.
/// See <see href="https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html">Configure Lambda function memory</see>. The
/// kernel does it, by a control group; to make one takes root's rights.
/// </summary>
internal sealed class LambdaProcessor : IDisposable
{
    private const string Groups = "/sys/fs/cgroup";

    /// <summary>The memory, in MB, that comes with one processor.</summary>
    private const double MemoryOfOneProcessor = 1769;

    /// <summary>A process that has used up its share waits for the next period.</summary>
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(20);

    private readonly string group;

    private LambdaProcessor(string group) => this.group = group;

    private string Members => Path.Combine(group, "cgroup.procs");

    /// <summary>Makes a control group with one processor; null where the kernel or the rights do not allow it.</summary>
    public static LambdaProcessor? TryCreate()
    {
        var parent = Directory.Exists(Path.Combine(Groups, "cpu")) ? Path.Combine(Groups, "cpu") : Groups;
        var group = Path.Combine(parent, $"batchresource-bench-{Environment.ProcessId}");
        try
        {
            Directory.CreateDirectory(group);
            var processor = new LambdaProcessor(group);
            // Elsewhere it is a folder like any other.
            if (!File.Exists(processor.Members))
                throw new IOException($"{parent} has no control groups");
            processor.Limit(1);
            return processor;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            if (Directory.Exists(group))
                Directory.Delete(group);
            return null;
        }
    }

    /// <summary>How to start a process: inside the group, with one processor, or without a limit.</summary>
    public static ProcessStartInfo StartInfo(LambdaProcessor? processor, string fileName, IReadOnlyList<string> arguments)
    {
        if (processor is null)
            return new(fileName, arguments);
        processor.Limit(1);
        return new("sh", ["-c", "echo $$ >\"$0\" && exec \"$@\"", processor.Members, fileName, .. arguments]);
    }

    /// <summary>The function has asked for its first event.</summary>
    /// <param name="memory">Its memory in MB.</param>
    public void Serve(double memory) => Limit(memory / MemoryOfOneProcessor);

    public void Dispose() => Directory.Delete(group);

    private void Limit(double processors)
    {
        var (quota, period) = (Microseconds(Period * processors), Microseconds(Period));
        var limit = Path.Combine(group, "cpu.max");
        if (File.Exists(limit))
        {
            File.WriteAllText(limit, $"{quota} {period}");
            return;
        }
        File.WriteAllText(Path.Combine(group, "cpu.cfs_period_us"), period);
        File.WriteAllText(Path.Combine(group, "cpu.cfs_quota_us"), quota);
    }

    private static string Microseconds(TimeSpan time) => time.TotalMicroseconds.ToString("F0", CultureInfo.InvariantCulture);
}
