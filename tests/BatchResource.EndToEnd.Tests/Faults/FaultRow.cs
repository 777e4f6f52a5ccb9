using BatchResource.EndToEnd.Tests.Support;
using BatchResource.Local;

namespace BatchResource.EndToEnd.Tests.Faults;

/// <summary>Something that goes wrong, and what each operation comes to all the same.</summary>
/// <param name="Name">What goes wrong, in words.</param>
internal sealed record FaultRow(string Name)
{
    /// <summary>What happens at calls of Bedrock.</summary>
    public Func<Operation, CallFault>? Call { get; init; }

    /// <summary>What happens to answers.</summary>
    public AnswerFault? Answer { get; init; }

    /// <summary>The fault makes another resource fail while the job's event is under way.</summary>
    public bool IsInterruption { get; init; }

    /// <summary>What the user does, where that is more than one deployment.</summary>
    public Func<SampleRun, FaultRow, Operation, Task<StackResult>>? Operate { get; init; }

    public RunSettings Settings { get; init; } = new();

    /// <summary>What the stack was before the version that Update and Delete begin with.</summary>
    public IReadOnlyList<SampleVersion> Earlier { get; init; } = [];

    /// <summary>What Update brings the stack to.</summary>
    public SampleVersion Update { get; init; } = new(Model: 1);

    /// <summary>Nothing has to be hit: it is the settings that are unusual.</summary>
    public bool IsSettingOnly => Call is null && Answer is null;

    /// <summary>What Create comes to; null where the fault makes no sense.</summary>
    public Outcome? OnCreate { get; init; } = Outcome.StackCreated;

    /// <summary>What Update comes to; null where the fault makes no sense.</summary>
    public Outcome? OnUpdate { get; init; } = Outcome.StackUpdated;

    /// <summary>What Delete comes to; null where the fault makes no sense.</summary>
    public Outcome? OnDelete { get; init; } = Outcome.StackDeleted;

    public Outcome? On(Operation operation) => operation switch
    {
        Operation.Create => OnCreate,
        Operation.Update => OnUpdate,
        _ => OnDelete,
    };
}
