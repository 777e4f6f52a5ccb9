namespace BatchResource.Local.CloudFormation.Stacks;

/// <summary>Lets go of a stack when an operation on it has ended; once, however often it is disposed.</summary>
internal sealed class StackHold(Action letGo) : IDisposable
{
    private int isOver;

    public void Dispose()
    {
        if (Interlocked.Exchange(ref isOver, 1) == 0)
            letGo();
    }
}
