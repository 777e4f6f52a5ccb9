namespace BatchResource.Local.CloudFormation.Stacks;

/// <summary>An operation on a stack that was begun: it goes on by itself, and whoever began it may wait for it or not.</summary>
/// <param name="Stack">The stack, in the operation's first state at least.</param>
/// <param name="Completion">
/// Done when the stack has reached a state that lasts, a failed one included. Cancelled when the operation was abandoned, which leaves the
/// stack in progress.
/// </param>
internal sealed record StackRun(StackState Stack, Task Completion)
{
    /// <summary>The stack when the operation has ended.</summary>
    public async Task<StackState> WaitAsync()
    {
        await Completion;
        return Stack;
    }
}
