namespace BatchResource.Local.Bedrock.Api;

/// <summary>The latest calls, for counting and for looking back.</summary>
internal sealed class CallLog
{
    /// <summary>Enough for any test, and bounded for a control plane that serves for days.</summary>
    private const int Capacity = 100_000;

    private readonly Lock gate = new();
    private readonly Queue<RecordedCall> calls = new();
    private readonly Dictionary<string, int> perOperation = new(StringComparer.Ordinal);
    private int total;

    public IReadOnlyList<RecordedCall> All
    {
        get
        {
            lock (gate)
                return [.. calls];
        }
    }

    public int NextNumber() => Interlocked.Increment(ref total);

    public int NextNumber(string operation)
    {
        lock (gate)
            return perOperation[operation] = perOperation.GetValueOrDefault(operation) + 1;
    }

    public void Add(RecordedCall call)
    {
        lock (gate)
        {
            if (calls.Count == Capacity)
                calls.Dequeue();
            calls.Enqueue(call);
        }
    }
}
