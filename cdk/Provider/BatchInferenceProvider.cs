using System.Runtime.CompilerServices;
using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.Logs;
using BatchResource.Cdk.Internal;
using Constructs;

namespace BatchResource.Cdk;

/// <summary>
/// A Lambda function that creates, replaces and stops batch inference jobs for CloudFormation. Each stack gets one, shared by its jobs,
/// the first time that one of them needs it.
/// </summary>
public sealed class BatchInferenceProvider : Construct, IBatchInferenceProvider
{
    /// <summary>The id of a stack's own provider.</summary>
    public const string DefaultId = "BatchInferenceProvider";

    private const double DefaultMemorySize = 512;

    // A repeated event is harmless, as its RequestId is the job's idempotency token, so Lambda may try as often as it can. It must not
    // try late: CloudFormation has given up by then, and the provider starts nothing for an event older than 150 s.
    private const double RetryAttempts = 2;
    private const double MaxEventAgeInMinutes = 5;

    // The longest that Lambda allows: a job's validation is waited for, and on deletion its end.
    private const double TimeoutInMinutes = 15;

    // Asked for once, and not for each job: every answer is a call to the CDK's process.
    private static readonly ConditionalWeakTable<Stack, BatchInferenceProvider> OfStacks = [];

    private readonly ConditionalWeakTable<Stack, ProviderPermissions> permissionsOfStacks = [];
    private readonly Function function;

    /// <summary>Creates a provider, for jobs that are given it.</summary>
    /// <param name="scope">The scope, usually a stack.</param>
    /// <param name="id">The id in the scope.</param>
    /// <param name="props">How the function runs.</param>
    /// <exception cref="ArgumentException">There is neither a bundle for the architecture nor code.</exception>
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

        // Whatever the app's default is: no job could be stopped or deleted any more once its provider is gone.
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

    /// <summary>The role that the function runs with.</summary>
    public IRole Role { get; }

    /// <summary>The function's log, for metric filters and subscriptions. docs/operations.md says what each event means.</summary>
    public ILogGroup LogGroup { get; }

    /// <summary>How Lambda repeats an event; a job must not be created before it is set.</summary>
    internal IDependable AsyncSettings { get; }

    /// <summary>The provider of a scope's stack, created if there is none yet. Nested stacks have their own.</summary>
    /// <param name="scope">Any construct in the stack.</param>
    public static BatchInferenceProvider GetOrCreate(Construct scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return OfStack(Stacks.Of(scope));
    }

    /// <summary>
    /// A provider that is deployed already. Its role must allow what the jobs need, among it to pass their service roles: those that this
    /// library creates are below the path <c>/batch-inference/REGION/STACK/</c>.
    /// </summary>
    /// <param name="scope">The scope.</param>
    /// <param name="id">The id in the scope.</param>
    /// <param name="serviceToken">The ARN of its function, in the jobs' Region.</param>
    public static IBatchInferenceProvider FromServiceToken(Construct scope, string id, string serviceToken) =>
        new ImportedProvider(scope, id, serviceToken);

    private static ArgumentException NoBundle(Architecture architecture) => new(
        $"{nameof(BatchInferenceProviderProps.Architecture)} must be X86_64 or ARM_64, got \"{architecture.Name}\"; "
        + $"for another one give {nameof(BatchInferenceProviderProps.Code)} too",
        nameof(architecture));

    /// <summary>The same, for those who know the stack.</summary>
    internal static BatchInferenceProvider OfStack(Stack stack) => OfStacks.GetValue(stack, static of =>
        of.Node.TryFindChild(DefaultId) as BatchInferenceProvider ?? new BatchInferenceProvider(of, DefaultId));

    /// <summary>Lets the function manage one job of a stack; the result is what the job depends on.</summary>
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
