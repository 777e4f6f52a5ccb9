using System.Globalization;
using BatchResource.Local.Bedrock;
using BatchResource.Local.CloudFormation;

namespace BatchResource.EndToEnd.Tests.Support;

/// <summary>
/// How a <see cref="SampleRun"/> is set up. The provider's waits are short, but long enough for a process on a machine that has much else
/// to do; the local AWS runs sixty times as fast as the machine.
/// </summary>
internal sealed record RunSettings
{
    public CloudFormationBehavior CloudFormation { get; init; } = new();

    public BedrockSwitches Bedrock { get; init; } = new();

    /// <summary>Whether the job's removal policy is <c>Retain</c>, for deletion and replacement.</summary>
    public bool IsRetained { get; init; }

    /// <summary>The operations of CloudFormation that the provider's role does not allow it.</summary>
    public IReadOnlyList<string> Forbidden { get; init; } = [];

    /// <summary>How many jobs List returns at most, whatever it is asked for; null for as many as it is asked for.</summary>
    public int? PageSize { get; init; }

    /// <summary>How jobs fare: they wait for capacity until somebody stops them, so that a job too many cannot end unseen.</summary>
    public Func<ModelInvocationJob, JobPlan> PlanFor { get; init; } = _ => new JobPlan { Scheduled = Timeout.InfiniteTimeSpan };

    /// <summary>The function's timeout, in real time.</summary>
    public TimeSpan FunctionTimeout { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>How long CloudFormation waits for an answer, in real time.</summary>
    public TimeSpan ServiceTimeout { get; init; } = TimeSpan.FromSeconds(300);

    /// <summary>
    /// How long after an event the provider may start a job for it, in real time. A process that starts late on a busy machine is inside
    /// it; what waits for its end sets it lower.
    /// </summary>
    public TimeSpan CreateWindow { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long the provider waits for an answer of Bedrock.</summary>
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>The function's variables that say so.</summary>
    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>
    {
        ["BATCHRESOURCE_CREATE_WINDOW"] = Seconds(CreateWindow),
        ["BATCHRESOURCE_CALL_TIMEOUT"] = Seconds(CallTimeout),
        ["BATCHRESOURCE_ROLE_PROPAGATION"] = "30",
        ["BATCHRESOURCE_POLICY_PROPAGATION"] = "8",
        ["BATCHRESOURCE_CONSISTENCY_LAG"] = "0.5",
        ["BATCHRESOURCE_STOP_WAIT"] = "30",
        ["BATCHRESOURCE_POLL_INTERVAL"] = "0.1",
        ["BATCHRESOURCE_BACKOFF_BASE"] = "0.02",
        ["BATCHRESOURCE_BACKOFF_LIMIT"] = "0.2",
    };

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString(CultureInfo.InvariantCulture);
}
