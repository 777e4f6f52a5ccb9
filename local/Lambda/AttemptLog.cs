namespace BatchResource.Local.Lambda;

/// <summary>The latest attempts to run events.</summary>
internal sealed class AttemptLog
{
    private const int Capacity = 2000;

    private readonly Lock gate = new();
    private readonly LinkedList<InvocationAttempt> attempts = new();

    public IReadOnlyList<InvocationAttempt> All
    {
        get
        {
            lock (gate)
                return [.. attempts];
        }
    }

    /// <summary>Notes that an attempt began, or what became of it.</summary>
    public void Put(InvocationAttempt attempt)
    {
        lock (gate)
        {
            for (var node = attempts.Last; node is not null; node = node.Previous)
            {
                if (node.Value.RequestId == attempt.RequestId && node.Value.Attempt == attempt.Attempt)
                {
                    node.Value = attempt;
                    return;
                }
            }
            attempts.AddLast(attempt);
            if (attempts.Count > Capacity)
                attempts.RemoveFirst();
        }
    }
}
