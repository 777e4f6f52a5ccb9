using System.Text.Json.Nodes;
using BatchResource.Local.CloudFormation.Resources;

namespace BatchResource.Local.CloudFormation.Stacks;

/// <summary>What CloudFormation knows of one resource of a stack.</summary>
internal sealed record ResourceState
{
    public required string LogicalId { get; init; }

    public required string Type { get; init; }

    public required string Status { get; init; }

    public string? StatusReason { get; init; }

    /// <summary>Lambda's request id of the provider's invocation that failed the last operation; null where no provider did.</summary>
    public string? InvocationId { get; init; }

    /// <summary>When the resource's state last changed.</summary>
    public DateTimeOffset Timestamp { get; init; }

    /// <summary>The physical resource that the logical id stands for.</summary>
    public required ResourceCopy Current { get; init; }

    /// <summary>Copies that are not current any more, or not yet again, and wait for the clean-up.</summary>
    public IReadOnlyList<ResourceCopy> Superseded { get; init; } = [];

    /// <summary>The resources that must outlive this one.</summary>
    public IReadOnlyCollection<string> Dependencies { get; init; } = [];

    public required string DeletionPolicy { get; init; }

    public required string UpdateReplacePolicy { get; init; }

    /// <summary>There is, or may be, something to delete.</summary>
    public bool MayExist { get; init; }

    /// <summary>Its creation failed, so it is not there for an update, and is deleted upon the next operation.</summary>
    public bool FailedToCreate { get; init; }

    /// <summary>What it was before an update that failed and was not rolled back.</summary>
    public ResourceCopy? LastStable { get; init; }

    /// <summary>The rollback of the last update has reached it already.</summary>
    public bool IsRestored { get; init; }

    /// <summary>The last operation on it was given up because another resource failed.</summary>
    public bool WasCancelled { get; init; }

    /// <summary>The properties that an update under way is to give it.</summary>
    public JsonObject? Target { get; init; }

    /// <summary>How many updates were tried; tells a resource that an update has touched from one that it has not.</summary>
    public int Updates { get; init; }
}
