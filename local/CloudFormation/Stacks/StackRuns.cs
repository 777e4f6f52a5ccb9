using System.Collections.Concurrent;

namespace BatchResource.Local.CloudFormation.Stacks;

/// <summary>Runs operations on stacks in the background, and remembers the last one of each stack.</summary>
internal sealed class StackRuns : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentDictionary<string, StackRun> last = new();

    /// <summary>The last operation on a stack, which may have ended; null when this process has begun none.</summary>
    public StackRun? Last(string stackId) => last.GetValueOrDefault(stackId);

    /// <summary>Begins an operation.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="hold">The hold on the stack, let go of when the operation has ended.</param>
    /// <param name="begin">Brings the stack into the operation's first state, before this returns.</param>
    /// <param name="work">The operation; its token abandons it.</param>
    /// <param name="abandon">Gives up the operation; the stack stays as it is at that moment.</param>
    public StackRun Start(
        StackState stack,
        IDisposable hold,
        Action begin,
        Func<StackCancellation, CancellationToken, Task> work,
        CancellationToken abandon)
    {
        var cancellation = new StackCancellation();
        try
        {
            stack.Revision++;
            begin();
        }
        catch
        {
            cancellation.Dispose();
            hold.Dispose();
            throw;
        }

        var completion = Task.Run(() => RunAsync(hold, cancellation, work, abandon), CancellationToken.None);
        return last[stack.Identity.Id] = new(stack, cancellation, completion);
    }

    /// <summary>Abandons what runs, and waits until nothing does any more.</summary>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        foreach (var run in last.Values)
            await run.Completion.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
    }

    private async Task RunAsync(
        IDisposable hold, StackCancellation cancellation, Func<StackCancellation, CancellationToken, Task> work, CancellationToken abandon)
    {
        using (hold)
        using (cancellation)
        using (var token = CancellationTokenSource.CreateLinkedTokenSource(stop.Token, abandon))
            await work(cancellation, token.Token);
    }
}
