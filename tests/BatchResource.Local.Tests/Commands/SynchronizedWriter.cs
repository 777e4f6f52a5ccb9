using System.Text;

namespace BatchResource.Local.Tests.Commands;

/// <summary>Collects what a command writes, on whatever thread, and lets a test wait for it.</summary>
internal sealed class SynchronizedWriter : TextWriter
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly StringBuilder text = new();

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value)
    {
        lock (text)
            text.Append(value);
    }

    public override string ToString()
    {
        lock (text)
            return text.ToString();
    }

    /// <summary>What follows the prefix in the line that has it, once that line is there.</summary>
    public async Task<string> WaitForAsync(string prefix)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var start = ToString().IndexOf(prefix, StringComparison.Ordinal);
            var end = start < 0 ? -1 : ToString().IndexOf('\n', start);
            if (end >= 0)
                return ToString()[(start + prefix.Length)..end].Trim();
            await Task.Delay(10, patience.Token);
        }
    }
}
