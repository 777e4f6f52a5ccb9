using System.Runtime.CompilerServices;
using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.Logs;
using BatchResource.Cdk.Internal;
using Constructs;

namespace BatchResource.Cdk;

/// <summary>
/// A Lambda function that creates, replaces and stops batch inference jobs for CloudFormation. All jobs of a stack share one. The first job
/// creates it.
/// </summary>
public sealed class BatchInferenceProvider : Construct, IBatchInferenceProvider
{
    /// <summary>The id of the provider that a stack creates by itself.</summary>
    public const string DefaultId = "BatchInferenceProvider";

    private const double DefaultMemorySize = 512;

    // A repeated event is harmless, because its RequestId is the job's idempotency token. So Lambda may retry as often as it can. But it
    // must not retry late: CloudFormation has given up by then, and the provider starts nothing for an event older than 150 s.
    private const double RetryAttempts = 2;
    private const double MaxEventAgeInMinutes = 5;

    // The longest timeout that Lambda allows. A Create may wait for the job's validation, a Delete waits for its end.
    private const double TimeoutInMinutes = 15;

    // Kept, so that not each job asks: every question is a call to the CDK's process.
    private static readonly ConditionalWeakTable<Stack, BatchInferenceProvider> OfStacks = [];

    private readonly ConditionalWeakTable<Stack, ProviderPermissions> permissionsOfStacks = [];
    private readonly Function function;

    /// <summary>Creates a provider. Give it to jobs as <see cref="BatchInferenceJobProps.Provider"/>.</summary>
    /// <param name="scope">The parent construct, usually a stack.</param>
    /// <param name="id">The id in the scope.</param>
    /// <param name="props">The settings of the function.</param>
    /// <exception cref="ArgumentException">The package has no bundle for the architecture, and you gave no code.</exception>
    public BatchInferenceProvider(Construct scope, string id, BatchInferenceProviderProps? props = null)
        : base(scope, id)
    {
        props ??= new BatchInferenceProviderProps();
        LogGroup = ProviderLogs.Create(this, props);
        Role = ProviderRole.Create(this, LogGroup, props);
        var architecture = props.Architecture ?? Architecture.X86_64;
        function = new Function(this, "Function", new FunctionProps
        {
            Description = "Answers CloudFormation for Custom::BedrockBatchInferenceJob",
            Runtime = new Runtime("dotnet10", RuntimeFamily.DOTNET_CORE),
            Architecture = architecture,
            Handler = "BatchResource.Provider",
            Code = props.Code ?? ProviderBundle.For(architecture.Name)?.AsCode(this) ?? throw NoBundle(architecture),
            Timeout = Duration.Minutes(TimeoutInMinutes),
            MemorySize = props.MemorySize ?? DefaultMemorySize,
            Role = Role,
            LogGroup = LogGroup,
            Vpc = props.Vpc,
            VpcSubnets = props.Vpc is null ? null : props.VpcSubnets,
            SecurityGroups = props.Vpc is null ? null : props.SecurityGroups,
            EnvironmentEncryption = props.EncryptionKey,
            ReservedConcurrentExecutions = props.ReservedConcurrentExecutions,
        });
        ServiceToken = function.FunctionArn;

        // Strong whatever the app's default is: without their provider, jobs could not be stopped or deleted any more.
        CrossStackReferences.Of(function).Produce(ReferenceStrength.STRONG);
        Node.AddValidation(new FoundProblems(ProviderProblems.In(props)));
        LintSettings.AllowRedundantDependency((CfnResource)function.Node.DefaultChild!);
        AsyncSettings = new EventInvokeConfig(this, "AsyncSettings", new EventInvokeConfigProps
        {
            Function = function,
            RetryAttempts = RetryAttempts,
            MaxEventAge = Duration.Minutes(MaxEventAgeInMinutes),
        });
    }

    /// <inheritdoc/>
    public string ServiceToken { get; }

    /// <inheritdoc/>
    public IFunction Function => function;

    /// <summary>The role of the function.</summary>
    public IRole Role { get; }

    /// <summary>The function's log group, for metric filters and subscriptions. docs/operations.md explains each log event.</summary>
    public ILogGroup LogGroup { get; }

    /// <summary>The settings for Lambda's retries of an event. They must exist before a job is created.</summary>
    internal IDependable AsyncSettings { get; }

    /// <summary>Returns the provider of the scope's stack, and creates it if there is none. A nested stack has its own.</summary>
    /// <param name="scope">Any construct in the stack.</param>
    public static BatchInferenceProvider GetOrCreate(Construct scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return OfStack(Stacks.Of(scope));
    }

    /// <summary>
    /// Imports a provider that is already deployed. Its role must have the permissions that the jobs need. One of them is to pass their
    /// service roles. Roles that this library creates are below the path <c>/batch-inference/REGION/STACK/</c>.
    /// </summary>
    /// <param name="scope">The parent construct.</param>
    /// <param name="id">The id in the scope.</param>
    /// <param name="serviceToken">The ARN of the provider's function, in the jobs' Region.</param>
    public static IBatchInferenceProvider FromServiceToken(Construct scope, string id, string serviceToken) =>
        new ImportedProvider(scope, id, serviceToken);

    private static ArgumentException NoBundle(Architecture architecture) => new(
        $"{nameof(BatchInferenceProviderProps.Architecture)} must be X86_64 or ARM_64, got \"{architecture.Name}\"; "
        + $"to use another one, set {nameof(BatchInferenceProviderProps.Code)} too",
        nameof(architecture));

    /// <summary>The same, for a caller that knows the stack.</summary>
    internal static BatchInferenceProvider OfStack(Stack stack) => OfStacks.GetValue(stack, static of =>
        of.Node.TryFindChild(DefaultId) as BatchInferenceProvider ?? new BatchInferenceProvider(of, DefaultId));

    /// <summary>Allows the function to manage one job of a stack. The job must depend on the result.</summary>
    internal IDependable Permit(Stack stack, BoundModel model, IRole role, bool isCreatedRole)
    {
        var permissions = permissionsOfStacks.GetValue(stack, of => ProviderPermissions.Create(of, this));
        permissions.AllowModel(model);
        if (isCreatedRole)
        {
            permissions.AllowCreatedRoles();
        }
        else
        {
            permissions.AllowGivenRole(role);
        }

        return permissions;
    }
}
