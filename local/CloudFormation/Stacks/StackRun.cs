namespace BatchResource.Local.CloudFormation.Stacks;

/// <summary>An operation on a stack that was begun. It goes on by itself, whether its end is awaited or not.</summary>
/// <param name="Stack">The stack, in the operation's first state at least.</param>
/// <param name="Cancellation">Lets the user cancel it, where it is a creation or an update.</param>
/// <param name="Completion">
/// Done when the stack has reached a state that lasts, a failed one included. Cancelled when the operation was abandoned, which leaves the
/// stack in progress.
/// </param>
internal sealed record StackRun(StackState Stack, StackCancellation Cancellation, Task Completion)
{
    /// <summary>The stack when the operation has ended.</summary>
    public async Task<StackState> WaitAsync()
    {
        await Completion;
        return Stack;
    }
}
