namespace BatchResource.Local.Lambda;

/// <summary>The latest lines of a function's log.</summary>
/// <param name="maximumSize">How many characters are kept.</param>
/// <param name="clock">Stamps the lines.</param>
internal sealed class FunctionLog(int maximumSize, TimeProvider clock)
{
    private readonly Lock gate = new();
    private readonly Queue<LogLine> lines = new();
    private long size;
    private long count;

    public IReadOnlyList<LogLine> Lines
    {
        get
        {
            lock (gate)
                return [.. lines];
        }
    }

    public void Add(string stream, string? requestId, string text)
    {
        lock (gate)
        {
            lines.Enqueue(new LogLine(clock.GetUtcNow(), requestId, text) { Number = count++, Stream = stream });
            size += text.Length;
            while (size > maximumSize && lines.Count > 1)
                size -= lines.Dequeue().Text.Length;
        }
    }
}
