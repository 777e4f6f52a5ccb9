using BatchResource.Local.CloudFormation;
using BatchResource.Local.CloudFormation.Stacks;

namespace BatchResource.Local;

/// <summary>A stack after an operation on it.</summary>
public sealed record StackResult
{
    /// <summary>The stack's name.</summary>
    public required string StackName { get; init; }

    /// <summary>The stack's ARN.</summary>
    public required string StackId { get; init; }

    /// <summary>Where the operation ended, one of <see cref="StackStatus"/>.</summary>
    public required string Status { get; init; }

    /// <summary>Why, where there is something to say.</summary>
    public string? StatusReason { get; init; }

    /// <summary>The outputs, by their key in the template.</summary>
    public required IReadOnlyDictionary<string, string> Outputs { get; init; }

    /// <summary>The resources, by logical id.</summary>
    public required IReadOnlyDictionary<string, StackResource> Resources { get; init; }

    /// <summary>The events of the operation, oldest first; none when there was nothing to do.</summary>
    public required IReadOnlyList<StackEvent> Events { get; init; }

    /// <summary>
    /// What of the template of the last deployment is accepted here and would not be on AWS: properties that their resource type does
    /// not have.
    /// </summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>The operation did what was asked.</summary>
    public bool Succeeded => Status is StackStatus.CreateComplete or StackStatus.UpdateComplete or StackStatus.DeleteComplete;

    /// <summary>Returns this, or throws when the operation failed.</summary>
    /// <exception cref="InvalidOperationException">The message has the status and the reason of every resource that failed.</exception>
    public StackResult EnsureSucceeded() => Succeeded
        ? this
        : throw new InvalidOperationException(string.Join(Environment.NewLine, Failures().Prepend($"{StackName} is {Status}")));

    internal static StackResult Of(StackState stack) => new()
    {
        StackName = stack.Identity.Name,
        StackId = stack.Identity.Id,
        Status = stack.Status,
        StatusReason = stack.StatusReason,
        Outputs = stack.Outputs.ToDictionary(output => output.Name, output => output.Value),
        Resources = stack.Resources.ToDictionary(entry => entry.Key, entry => StackResource.Of(entry.Value)),
        Events = [.. stack.Events],
        Warnings = stack.Warnings,
    };

    private IEnumerable<string> Failures() => Events
        .Where(e => e.ResourceStatus.EndsWith("_FAILED", StringComparison.Ordinal) && e.ResourceStatusReason is not null)
        .Select(e => $"{e.LogicalResourceId} {e.ResourceStatus}: {e.ResourceStatusReason}");
}
