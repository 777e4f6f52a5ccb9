namespace BatchResource.Local.ResourceTypes.WaitConditions;

/// <summary>Collects the signals that come to one presigned URL, whether or not a condition waits for them yet.</summary>
internal sealed class WaitHandle
{
    private readonly Lock gate = new();
    private readonly List<WaitSignal> signals = [];
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The signals so far, one for each unique id.</summary>
    public IReadOnlyList<WaitSignal> Signals
    {
        get
        {
            lock (gate)
                return [.. signals];
        }
    }

    /// <summary>Takes a body that was sent to the URL; says whether it was a signal that is not there yet.</summary>
    public bool Accept(byte[] body)
    {
        if (WaitSignal.Read(body) is not { } signal)
            return false;
        lock (gate)
        {
            if (signals.Exists(known => known.UniqueId == signal.UniqueId))
                return false;
            signals.Add(signal);
            changed.SetResult();
            changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
            return true;
        }
    }

    /// <summary>Waits until there are so many signals, or one of them is a failure, and returns them.</summary>
    public async Task<IReadOnlyList<WaitSignal>> WaitAsync(int count, CancellationToken cancellation)
    {
        while (true)
        {
            Task next;
            lock (gate)
            {
                if (signals.Count >= count || signals.Exists(signal => !signal.IsSuccess))
                    return [.. signals];
                next = changed.Task;
            }

            await next.WaitAsync(cancellation);
        }
    }
}
