namespace BatchResource.Local.CloudFormation.Stacks;

/// <summary>Lets a user cancel an operation that is under way: what runs is given up, and the stack is rolled back or deleted.</summary>
internal sealed class StackCancellation : IDisposable
{
    private readonly Lock gate = new();
    private readonly CancellationTokenSource source = new();
    private bool isOver;

    /// <summary>Cancelled when the user wants it.</summary>
    public CancellationToken Token => source.Token;

    /// <summary>Whether the stack is to be deleted after it.</summary>
    public bool DeletesStack { get; private set; }

    /// <summary>Cancels the operation, unless it is over.</summary>
    /// <returns>Whether the operation is still under way.</returns>
    public bool Request(bool deletesStack)
    {
        lock (gate)
        {
            if (isOver)
                return false;
            DeletesStack = deletesStack;

            // What this lets go on must not go on here.
            _ = source.CancelAsync();
            return true;
        }
    }

    /// <summary>From now on it is too late.</summary>
    /// <returns>Whether it was requested before.</returns>
    public bool Close()
    {
        lock (gate)
        {
            isOver = true;
            return source.IsCancellationRequested;
        }
    }

    public void Dispose()
    {
        Close();
        source.Dispose();
    }
}
