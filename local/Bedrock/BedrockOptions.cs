using System.Security.Cryptography.X509Certificates;
using BatchResource.Local.Ground;
using BatchResource.Local.Iam;

namespace BatchResource.Local.Bedrock;

/// <summary>How Bedrock's control plane behaves, and what it works with.</summary>
public sealed record BedrockOptions
{
    /// <summary>The account and Region.</summary>
    public Account Account { get; init; } = Account.Default;

    /// <summary>The port on loopback, or 0 for one that is free.</summary>
    public int Port { get; init; }

    /// <summary>With it the endpoint speaks TLS, as AWS's does. It must be valid for 127.0.0.1, and callers must trust it.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>The time that jobs live by.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The time that signatures are checked by: clients stamp them with the machine's.</summary>
    public TimeProvider WallClock { get; init; } = TimeProvider.System;

    /// <summary>Whose signatures are accepted.</summary>
    public CredentialStore Credentials { get; init; } = new();

    /// <summary>Decides what callers may do.</summary>
    public IAuthorizer Authorizer { get; init; } = PermissiveAuthorizer.Instance;

    /// <summary>What goes wrong.</summary>
    public IFaultInjector Faults { get; init; } = NoFaults.Instance;

    /// <summary>What AWS leaves undocumented.</summary>
    public BedrockSwitches Switches { get; init; } = new();

    /// <summary>How each job fares.</summary>
    public Func<ModelInvocationJob, JobPlan> PlanFor { get; init; } = _ => new JobPlan();

    /// <summary>Does the work of jobs; without one they only change their states.</summary>
    public IBatchRunner? Runner { get; init; }

    /// <summary>Receives every change of a job's state, as EventBridge would.</summary>
    public IJobStateChangeSink? StateChanges { get; init; }

    /// <summary>Called with every call before it is answered, on any thread; must be quick.</summary>
    public Action<RecordedCall>? OnCall { get; init; }

    /// <summary>The file that keeps the jobs from one start to the next, or null to forget them.</summary>
    public string? JournalPath { get; init; }

    /// <summary>Gives a new job, by its name, the id at the end of its ARN: twelve characters of a-z and 0-9.</summary>
    public Func<string, string> JobId { get; init; } = JobIds.Random;

    /// <summary>The ids of foundation models that do no batch inference: Create refuses them, and profiles for them.</summary>
    public IReadOnlySet<string> UnsupportedModels { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>The quota of jobs of one model that have not ended, or null for none.</summary>
    public int? MaximumActiveJobsPerModel { get; init; }
}
