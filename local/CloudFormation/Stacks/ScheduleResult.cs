namespace BatchResource.Local.CloudFormation.Stacks;

/// <summary>What became of scheduled work.</summary>
/// <param name="Failed">The nodes whose work failed.</param>
/// <param name="Skipped">The nodes that were never begun.</param>
internal sealed record ScheduleResult(IReadOnlyList<string> Failed, IReadOnlyList<string> Skipped)
{
    /// <summary>Every node's work was done.</summary>
    public bool IsComplete => Failed.Count == 0 && Skipped.Count == 0;
}
