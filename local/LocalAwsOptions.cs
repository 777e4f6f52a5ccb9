using System.Text.Json.Nodes;
using BatchResource.Local.Bedrock;
using BatchResource.Local.CloudFormation;
using BatchResource.Local.Front;
using BatchResource.Local.Ground;

namespace BatchResource.Local;

/// <summary>How a <see cref="LocalAws"/> behaves. Every default is AWS's own behaviour, as far as it is known.</summary>
public sealed record LocalAwsOptions
{
    /// <summary>The account and Region.</summary>
    public Account Account { get; init; } = Account.Default;

    /// <summary>The port of <see cref="LocalAws.Endpoint"/> on loopback, or 0 for one that is free.</summary>
    public int Port { get; init; }

    /// <summary>The access key id that clients of <see cref="LocalAws.Endpoint"/> sign with.</summary>
    public string AccessKeyId { get; init; } = "test";

    /// <summary>The secret that goes with it.</summary>
    public string SecretAccessKey { get; init; } = "test";

    /// <summary>
    /// How many seconds pass in the local AWS in one second of the machine. With 60, a job that takes 25 minutes is done in 25 seconds.
    /// Functions are real processes and live by the machine's time.
    /// </summary>
    public double Speed { get; init; } = 60;

    /// <summary>
    /// The same for the time that CloudFormation waits for a provider's answer (ServiceTimeout), for the expiry of the URL that it goes to,
    /// and for the age of events. Since the provider is a real process, anything but 1 makes it look slower than it is.
    /// </summary>
    public double ServiceTimeoutSpeed { get; init; } = 1;

    /// <summary>What AWS leaves undocumented about CloudFormation.</summary>
    public CloudFormationBehavior CloudFormation { get; init; } = new();

    /// <summary>
    /// Whether a resource type that the local CloudFormation does not know is simulated: it has an id and any attribute, and does nothing.
    /// Without it a template with such a type is refused.
    /// </summary>
    public bool SimulateUnknownTypes { get; init; }

    /// <summary>What AWS leaves undocumented about Bedrock.</summary>
    public BedrockSwitches Bedrock { get; init; } = new();

    /// <summary>What goes wrong with calls to Bedrock.</summary>
    public IFaultInjector BedrockFaults { get; init; } = NoFaults.Instance;

    /// <summary>What goes wrong with the n-th answer to CloudFormation, counted from one.</summary>
    public Func<int, ResponseFault?>? ResponseFault { get; init; }

    /// <summary>
    /// Which events EventBridge loses, none by default. AWS delivers those of its services on a best-effort basis; with it, a test shows
    /// that nothing depends on one event.
    /// </summary>
    public Func<JsonObject, bool>? LosesEvent { get; init; }

    /// <summary>
    /// The folder that keeps buckets, stacks and jobs from one start to the next, or null for one that is deleted in the end. Only one
    /// process can use it at a time.
    /// </summary>
    public string? StateDirectory { get; init; }

    /// <summary>The quotas of a job's input.</summary>
    public BatchLimits BatchLimits { get; init; } = new();

    /// <summary>The foundation models that do no batch inference: Bedrock refuses them, and profiles for them. Default: none.</summary>
    public IReadOnlySet<string> UnsupportedModels { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>
    /// Whether Bedrock, and the place that takes answers for CloudFormation, speak TLS as on AWS. Functions are told to trust the
    /// certificate, which is made for the occasion, by variables of OpenSSL's: .NET heeds them on Linux.
    /// </summary>
    public bool IsEncrypted { get; init; }

    /// <summary>How each job fares.</summary>
    public Func<ModelInvocationJob, JobPlan> PlanFor { get; init; } = _ => new JobPlan();

    /// <summary>Environment variables for every function; they win over the template's.</summary>
    public IReadOnlyDictionary<string, string> FunctionEnvironment { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// Is told, in one line and once, when something else runs than would on AWS: the portable provider, on a machine that cannot run the
    /// program in the function's bundle. On any thread. Default: the line goes to the standard error.
    /// </summary>
    public Action<string> OnNotice { get; init; } = Console.Error.WriteLine;

    /// <summary>Is told of every event of every stack as it happens, on any thread.</summary>
    public Action<StackEvent>? OnStackEvent { get; init; }

    /// <summary>Is told of every call to the endpoint when it has been answered, on any thread.</summary>
    internal Action<AwsCall>? OnCall { get; init; }

    /// <summary>Is told of every event that Bedrock sends about a job, on any thread.</summary>
    internal Action<JsonObject>? OnJobStateChange { get; init; }

    /// <summary>Whether roles that no stack has created may do everything, instead of nothing.</summary>
    internal bool TrustsUnknownRoles { get; init; }
}
