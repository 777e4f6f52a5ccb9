namespace BatchResource.Local.CloudFormation.Stacks;

/// <summary>Lets go of a stack when an operation on it has ended.</summary>
internal sealed class StackHold(Action letGo) : IDisposable
{
    public void Dispose() => letGo();
}
