namespace BatchResource.Local.CloudFormation.Stacks;

/// <summary>Runs work in the order of its dependencies, as much of it at a time as they allow.</summary>
internal static class DependencyScheduler
{
    private enum Outcome
    {
        Done,
        Failed,
        Skipped,
    }

    /// <summary>Runs the work of every node after that of the nodes it waits for, and returns the nodes that failed.</summary>
    /// <param name="graph">What each node waits for; without cycles.</param>
    /// <param name="run">The work of a node; false when it failed.</param>
    /// <param name="stopAtFailure">
    /// After a failure nothing more is started and what runs is cancelled. Otherwise only what waits for the failed node is left out.
    /// </param>
    /// <param name="abandon">Gives up everything.</param>
    /// <param name="cancel">Does what a failure does with <paramref name="stopAtFailure"/>.</param>
    public static async Task<ScheduleResult> RunAsync(
        IReadOnlyDictionary<string, IReadOnlyCollection<string>> graph,
        Func<string, CancellationToken, Task<bool>> run,
        bool stopAtFailure,
        CancellationToken abandon,
        CancellationToken cancel = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(abandon, cancel);
        var tasks = new Dictionary<string, Task<Outcome>>();
        foreach (var node in graph.Keys)
            _ = Start(node);
        var outcomes = await Task.WhenAll(tasks.Select(async task => (Node: task.Key, Outcome: await task.Value)));
        abandon.ThrowIfCancellationRequested();
        return new(NodesThat(Outcome.Failed), NodesThat(Outcome.Skipped));

        IReadOnlyList<string> NodesThat(Outcome wanted) =>
            [.. outcomes.Where(outcome => outcome.Outcome == wanted).Select(outcome => outcome.Node)];

        Task<Outcome> Start(string node)
        {
            if (!tasks.TryGetValue(node, out var task))
                tasks[node] = task = RunNodeAsync(node, [.. graph[node].Select(Start)]);
            return task;
        }

        async Task<Outcome> RunNodeAsync(string node, Task<Outcome>[] dependencies)
        {
            var before = await Task.WhenAll(dependencies);
            if (stop.IsCancellationRequested || before.Any(outcome => outcome != Outcome.Done))
                return Outcome.Skipped;
            if (await run(node, stop.Token))
                return Outcome.Done;
            if (stopAtFailure)
                await stop.CancelAsync();
            return Outcome.Failed;
        }
    }
}

/// <summary>What became of scheduled work.</summary>
/// <param name="Failed">The nodes whose work failed.</param>
/// <param name="Skipped">The nodes that were never begun.</param>
internal sealed record ScheduleResult(IReadOnlyList<string> Failed, IReadOnlyList<string> Skipped)
{
    /// <summary>Every node's work was done.</summary>
    public bool IsComplete => Failed.Count == 0 && Skipped.Count == 0;
}
