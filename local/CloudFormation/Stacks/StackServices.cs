using System.Text.Json.Nodes;
using BatchResource.Local.CloudFormation.Resources;

namespace BatchResource.Local.CloudFormation.Stacks;

/// <summary>What operations on stacks work with.</summary>
internal sealed record StackServices
{
    public required IResourceTypes Types { get; init; }

    public required TimeProvider Clock { get; init; }

    public required CloudFormationBehavior Behavior { get; init; }

    /// <summary>Failures to simulate, by logical id. May be changed between operations.</summary>
    public required IReadOnlyDictionary<string, SimulatedFailure> Failures { get; init; }

    /// <summary>Whether a resource of a stack is a stack that an update with these properties would change.</summary>
    public Func<StackIdentity, ResourceState, JsonObject, bool> NestedDiffers { get; init; } = (_, _, _) => false;

    /// <summary>Is told of every event and may look at the state, which it must not change.</summary>
    public Action<StackState, StackEvent>? Observer { get; init; }

    /// <summary>
    /// Is told that an operation is ended which a former process was killed in; the result is disposed when it has ended.
    /// </summary>
    public Func<StackState, IDisposable>? Resuming { get; init; }

    /// <summary>Is told that a stack has changed without an event, and keeps it as it is now.</summary>
    public Action<StackState>? Save { get; init; }
}
