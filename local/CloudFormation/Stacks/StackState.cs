using System.Collections.Concurrent;
using BatchResource.Local.CloudFormation.Resources;
using BatchResource.Local.CloudFormation.Templates;

namespace BatchResource.Local.CloudFormation.Stacks;

/// <summary>Everything that is known of a stack. Resources are replaced whole, so that what one reads is always consistent.</summary>
internal sealed class StackState
{
    private int isHeld;
    private volatile StackStanding standing = new(StackStatus.CreateInProgress, null);

    public required StackIdentity Identity { get; init; }

    /// <summary>The state and its reason, read together.</summary>
    public StackStanding Standing => standing;

    public string Status
    {
        get => standing.Status;
        init => standing = standing with { Status = value };
    }

    public string? StatusReason
    {
        get => standing.Reason;
        init => standing = standing with { Reason = value };
    }

    /// <summary>How long a deleted stack can still be found, as on AWS.</summary>
    public static readonly TimeSpan Remembrance = TimeSpan.FromDays(90);

    /// <summary>Whether the stack is not deleted.</summary>
    public bool Exists => Status != StackStatus.DeleteComplete;

    /// <summary>The ARN of the stack that this one is nested in; null where it is not.</summary>
    public string? ParentId { get; init; }

    /// <summary>The ARN of the outermost stack that this one is nested in; null where it is not.</summary>
    public string? RootId { get; init; }

    /// <summary>An update has succeeded, and its clean-up waits until that of the parent has too.</summary>
    public bool AwaitsParent { get; set; }

    /// <summary>
    /// What the continued rollback under way leaves as it is in stacks that are nested in this one, as <c>StackName.LogicalId</c>.
    /// </summary>
    public IReadOnlyCollection<string> SkippedInNestedStacks { get; set; } = [];

    public DateTimeOffset CreationTime { get; init; }

    /// <summary>When the last update or rollback began; null when there was none.</summary>
    public DateTimeOffset? LastUpdatedTime { get; set; }

    public DateTimeOffset? DeletionTime { get; set; }

    /// <summary>The token of the request that began the last operation.</summary>
    public string? ClientRequestToken { get; set; }

    /// <summary>What becomes of the stack when its last operation fails.</summary>
    public OnFailure OnFailure { get; set; }

    /// <summary>Whether a rollback deletes what the operation had created even where the template says <c>Retain</c>.</summary>
    public bool RetainExceptOnCreate { get; set; }

    /// <summary>Whether the stack cannot be deleted.</summary>
    public bool IsProtected { get; set; }

    /// <summary>How many operations were begun; a plan is for one revision.</summary>
    public int Revision { get; set; }

    /// <summary>The change sets, by name.</summary>
    public ConcurrentDictionary<string, ChangeSet> ChangeSets { get; init; } = new();

    public string TemplateBody { get; set; } = "";

    /// <summary>What of the template AWS would refuse.</summary>
    public IReadOnlyList<string> Warnings { get; set; } = [];

    /// <summary>What the template says of itself.</summary>
    public string? Description { get; set; }

    /// <summary>The texts of the parameters.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; set; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> Tags { get; set; } = new Dictionary<string, string>();

    public ConcurrentDictionary<string, ResourceState> Resources { get; init; } = new();

    public IReadOnlyList<StackOutput> Outputs { get; set; } = [];

    /// <summary>The names of exports that the resources use.</summary>
    public IReadOnlyList<string> Imports { get; set; } = [];

    public ConcurrentQueue<StackEvent> Events { get; init; } = new();

    /// <summary>What to go back to, while an update is under way or failed; null in a creation that was never complete.</summary>
    public StackSnapshot? Before { get; set; }

    /// <summary>The request ids of the last operation, when it failed.</summary>
    public IReadOnlyDictionary<string, string> FailedRequestIds { get; set; } = new Dictionary<string, string>();

    /// <summary>Whether the stack was deleted so long ago that it is not found any more.</summary>
    public bool IsForgotten(DateTimeOffset now) => !Exists && IsLongAgo(DeletionTime, now);

    /// <summary>Whether a stack that was deleted then is not found any more; never when it was not deleted.</summary>
    public static bool IsLongAgo(DateTimeOffset? deletion, DateTimeOffset now) => deletion + Remembrance < now;

    /// <summary>The stack enters a state.</summary>
    public void Enter(StackStanding next) => standing = next;

    /// <summary>Takes hold of the stack for one operation; disposing lets go of it.</summary>
    /// <exception cref="StackException">Another operation is under way.</exception>
    public IDisposable Hold() => Interlocked.Exchange(ref isHeld, 1) == 0
        ? new StackHold(() => Volatile.Write(ref isHeld, 0))
        : throw new StackException($"Stack:{Identity.Id} is in {Status} state and can not be updated.");

    /// <summary>The graph of the resources that exist: what each one, and each of its copies, waits for.</summary>
    public Dictionary<string, IReadOnlyCollection<string>> Graph()
    {
        var graph = GraphOf(Resources, resource => resource.Superseded.SelectMany(copy => copy.Dependencies).Concat(resource.Dependencies));

        // An update can turn a dependency round; then the one that is current counts.
        return ResourceGraph.Cycle(graph) is null ? graph : GraphOf(Resources, resource => resource.Dependencies);
    }

    /// <summary>The graph of these resources, as far as it stays among them.</summary>
    public static Dictionary<string, IReadOnlyCollection<string>> GraphOf(
        IReadOnlyDictionary<string, ResourceState> resources, Func<ResourceState, IEnumerable<string>> dependencies) =>
        resources.Values.ToDictionary(
            resource => resource.LogicalId,
            IReadOnlyCollection<string> (resource) => dependencies(resource).Where(resources.ContainsKey).ToHashSet());
}

/// <summary>The state of a stack with its reason: one value, so that nobody reads the reason of another state.</summary>
/// <param name="Status">One of <see cref="StackStatus"/>.</param>
/// <param name="Reason">Why, where there is something to say.</param>
internal sealed record StackStanding(string Status, string? Reason);
