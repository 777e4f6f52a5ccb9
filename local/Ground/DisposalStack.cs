namespace BatchResource.Local.Ground;

/// <summary>Disposes what was put on it, last first, whether starting the next part failed or all of it has done its service.</summary>
internal sealed class DisposalStack : IAsyncDisposable
{
    private readonly Stack<object> parts = new();

    /// <summary>Puts a part on the stack.</summary>
    public T Add<T>(T part)
        where T : class
    {
        parts.Push(part);
        return part;
    }

    /// <summary>Hands everything over to another stack; disposing this one does nothing any more.</summary>
    public DisposalStack Release()
    {
        var released = new DisposalStack();
        foreach (var part in parts.Reverse())
            released.parts.Push(part);
        parts.Clear();
        return released;
    }

    public async ValueTask DisposeAsync()
    {
        while (parts.TryPop(out var part))
        {
            if (part is IAsyncDisposable asynchronous)
                await asynchronous.DisposeAsync();
            else if (part is IDisposable disposable)
                disposable.Dispose();
        }
    }
}
