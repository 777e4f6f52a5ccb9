using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using BatchResource.Local.Assemblies;
using BatchResource.Local.Bedrock;
using BatchResource.Local.Bedrock.Api;
using BatchResource.Local.Bedrock.Batches;
using BatchResource.Local.Bedrock.Jobs;
using BatchResource.Local.CloudFormation;
using BatchResource.Local.CloudFormation.Stacks;
using BatchResource.Local.CloudFormation.Templates;
using BatchResource.Local.Events;
using BatchResource.Local.Front;
using BatchResource.Local.Front.S3;
using BatchResource.Local.Ground;
using BatchResource.Local.Ground.Http;
using BatchResource.Local.Iam;
using BatchResource.Local.Lambda;
using BatchResource.Local.ResourceTypes;
using BatchResource.Local.S3;

namespace BatchResource.Local;

/// <summary>
/// An AWS account on this machine, with as much in it as batch inference jobs need: CloudFormation, Lambda, IAM and Bedrock. Everything
/// listens on loopback only, and nothing is left when it is disposed.
/// </summary>
/// <example>
/// <code>
/// await using var aws = await LocalAws.StartAsync();
/// var stack = await aws.DeployAsync("cdk.out");
/// stack.EnsureSucceeded();
/// Assert.Single(aws.Jobs);
/// </code>
/// </example>
public sealed class LocalAws : IAsyncDisposable
{
    private readonly LocalAwsOptions options;
    private readonly LocalCloudFormation cloudFormation;
    private readonly EngineStacks stackClient;
    private readonly DisposalStack parts;

    private LocalAws(LocalAwsOptions options, LocalCloudFormation cloudFormation, BucketFolder buckets, DisposalStack parts)
    {
        this.options = options;
        this.cloudFormation = cloudFormation;
        this.parts = parts;
        stackClient = new(cloudFormation.Engine, buckets);
    }

    /// <summary>
    /// Where any client of AWS reaches the account: the value for <c>AWS_ENDPOINT_URL</c>. Requests are signed with
    /// <see cref="LocalAwsOptions.AccessKeyId"/>, or with credentials of a role that were issued by AssumeRole.
    /// </summary>
    public required Uri Endpoint { get; init; }

    /// <summary>The time that it lives by.</summary>
    public required LocalClock Clock { get; init; }

    /// <summary>Bedrock's control plane.</summary>
    public required BedrockControlPlane Bedrock { get; init; }

    /// <summary>The functions, with their logs and invocations.</summary>
    public required LambdaHost Lambda { get; init; }

    /// <summary>Failures to simulate, by logical id. Entries count from the next operation on a resource.</summary>
    public required ConcurrentDictionary<string, SimulatedFailure> Failures { get; init; }

    /// <summary>Amazon S3: every bucket is a folder.</summary>
    public required BucketFolder Buckets { get; init; }

    /// <summary>Every job that ever existed, as it is now, in the order of creation.</summary>
    public IReadOnlyList<ModelInvocationJob> Jobs => Bedrock.Jobs;

    /// <summary>What became of the events that rules of the stacks selected, in order.</summary>
    public IReadOnlyList<EventDelivery> EventDeliveries => cloudFormation.Events.Deliveries;

    /// <summary>Every answer that providers have sent to CloudFormation, in order.</summary>
    public IReadOnlyList<DeliveredResponse> Responses => cloudFormation.Sink.Delivered;

    /// <summary>Starts an empty account, or the one that <see cref="LocalAwsOptions.StateDirectory"/> keeps.</summary>
    /// <exception cref="StateException">The state directory is in use or damaged; it stays as it is.</exception>
    public static async Task<LocalAws> StartAsync(LocalAwsOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new();
        await using var started = new DisposalStack();
        var folder = started.Add(StateFolder.Open(options.StateDirectory));
        var clock = ClockFile.Resume(
            folder.Clock, options.Speed, TimeProvider.System, folder.Jobs is null ? null : JobJournal.LatestTime(folder.Jobs));
        var providerClock = new LocalClock(options.ServiceTimeoutSpeed);
        var stackFolder = new StackFolder(folder.Stacks);
        var certificate = options.IsEncrypted ? started.Add(new LocalCertificate()) : null;
        var endpoint = started.Add(await AwsEndpoint.StartAsync(options.Port, options.OnCall, certificate?.Certificate, cancellationToken));
        var credentials = new CredentialStore();
        var account = options.Account;
        credentials.Announce(
            options.AccessKeyId,
            options.SecretAccessKey,
            new($"arn:{account.Partition}:iam::{account.AccountId}:user/{options.AccessKeyId}", RoleArn: null));
        var buckets = new BucketFolder(folder.Buckets);
        var roles = new IamRegistry();
        IAuthorizer authorizer = new RoleAuthorizer(roles, options.Account);
        if (options.TrustsUnknownRoles)
            authorizer = new UnknownRoles(roles, authorizer);
        var lambda = started.Add(new LambdaHost(new()
        {
            Region = options.Account.Region,
            Credentials = credentials,
            Clock = clock,
            EventAgeClock = providerClock,
            Environment = FunctionEnvironment(options, certificate, endpoint.Address),
            OnNotice = options.OnNotice,
        }));
        var failures = new ConcurrentDictionary<string, SimulatedFailure>();
        var stacks = started.Add(await LocalCloudFormation.StartAsync(new()
        {
            Lambda = lambda,
            Buckets = buckets,
            Roles = roles,
            Account = options.Account,
            Certificate = certificate?.Certificate,
            Clock = clock,
            ProviderClock = providerClock,
            Behavior = options.CloudFormation,
            Failures = failures,
            ResponseFault = options.ResponseFault,
            SimulateUnknownTypes = options.SimulateUnknownTypes,
            Save = stackFolder.Save,
            LosesEvent = options.LosesEvent,
            Observer = (stack, e) =>
            {
                stackFolder.Record(stack, e);
                options.OnStackEvent?.Invoke(e);
            },
        }));
        foreach (var stack in stackFolder.ReadAll(clock.GetUtcNow()))
            stacks.Engine.Restore(stack);

        // The jobs go on last: their roles, buckets and rules are those of the stacks.
        var bedrock = started.Add(await BedrockControlPlane.StartAsync(
            new()
            {
                Account = options.Account,
                Certificate = certificate?.Certificate,
                Clock = clock,
                Credentials = credentials,
                Authorizer = authorizer,
                Runner = new FolderBatchRunner(buckets, options.Account, authorizer, options.BatchLimits),
                Faults = options.BedrockFaults,
                Switches = options.Bedrock,
                PlanFor = options.PlanFor,
                UnsupportedModels = options.UnsupportedModels,
                StateChanges = new JobEvents(stacks.Events, options.OnJobStateChange),
                JournalPath = folder.Jobs,
            },
            cancellationToken));
        endpoint.Serve(AwsServices.All(new(
            account, clock, credentials, roles, authorizer, buckets, started.Add(new MultipartUploads()), bedrock,
            stacks.Engine, stacks.Parameters, stacks.Events, lambda)));
        return new(options, stacks, buckets, started.Release())
        {
            Endpoint = endpoint.Address,
            Clock = clock,
            Bedrock = bedrock,
            Lambda = lambda,
            Failures = failures,
            Buckets = buckets,
        };
    }

    /// <summary>
    /// Creates or updates a stack, and before it the stacks that it depends on, as <c>cdk deploy</c> does: assets are published first, and
    /// a stack whose creation was rolled back is deleted and created anew.
    /// </summary>
    /// <param name="path">A <c>cdk.out</c> folder, or a template file, JSON or YAML, whose name is then the stack's.</param>
    /// <param name="stackName">The stack; may be absent when there is only one.</param>
    /// <param name="cancellationToken">Gives up waiting; the stack stays as it is at that moment.</param>
    /// <returns>The stack. A deployment that CloudFormation rolled back is no exception; see <see cref="StackResult.Succeeded"/>.</returns>
    /// <exception cref="TemplateException">The template, its parameters or its assets cannot be deployed. Nothing was changed.</exception>
    /// <exception cref="StackException">CloudFormation refuses the operation. Nothing was changed.</exception>
    public Task<StackResult> DeployAsync(string path, string? stackName = null, CancellationToken cancellationToken = default) =>
        DeployAsync(path, new DeployOptions { StackName = stackName }, cancellationToken);

    /// <inheritdoc cref="DeployAsync(string, string, CancellationToken)"/>
    /// <param name="path">A <c>cdk.out</c> folder, or a template file, JSON or YAML, whose name is then the stack's.</param>
    /// <param name="deployment">What to deploy, and how.</param>
    /// <param name="cancellationToken">Gives up waiting; the stack stays as it is at that moment.</param>
    public async Task<StackResult> DeployAsync(string path, DeployOptions deployment, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(deployment);
        return await new StackDeployment(stackClient)
            .RunAsync(path, CloudAssembly.Read(path, options.Account), deployment, cancellationToken);
    }

    /// <summary>Goes on, in the background, with every operation that a former process was killed in.</summary>
    internal void ResumeStacks() => cloudFormation.Engine.ResumeAll();

    /// <summary>
    /// Takes a stack back to where it was before a deployment that failed and was not rolled back, or whose rollback failed, as
    /// <c>cdk rollback</c> does. Of a creation nothing is left.
    /// </summary>
    /// <param name="stackName">The stack, in <c>CREATE_FAILED</c>, <c>UPDATE_FAILED</c> or <c>UPDATE_ROLLBACK_FAILED</c>.</param>
    /// <param name="resourcesToSkip">Resources that cannot be brought back, by logical id; only after a rollback that failed.</param>
    /// <param name="cancellationToken">Gives up waiting; the stack stays as it is at that moment.</param>
    /// <exception cref="StackException">CloudFormation refuses the operation. Nothing was changed.</exception>
    public async Task<StackResult> RollbackAsync(
        string stackName, IEnumerable<string>? resourcesToSkip = null, CancellationToken cancellationToken = default)
    {
        return await new StackDeployment(stackClient).RollBackAsync(stackName, (resourcesToSkip ?? []).ToHashSet(), cancellationToken);
    }

    /// <summary>
    /// Cancels an update that is under way: what runs is given up and the stack rolls back, which is how the deployment ends that is
    /// awaited elsewhere.
    /// </summary>
    /// <exception cref="StackException">There is no such stack, or no update of it is under way.</exception>
    public void CancelUpdate(string stackName) => cloudFormation.Engine.CancelUpdate(stackName);

    /// <summary>Deletes a stack.</summary>
    /// <returns>The stack, or null when there is none of that name.</returns>
    /// <exception cref="StackException">CloudFormation refuses the operation. Nothing was changed.</exception>
    public Task<StackResult?> DeleteAsync(string stackName, CancellationToken cancellationToken = default) =>
        DeleteAsync(stackName, [], cancellationToken);

    /// <inheritdoc cref="DeleteAsync(string, CancellationToken)"/>
    /// <param name="stackName">The stack.</param>
    /// <param name="retainResources">Resources that stay, by logical id; only for a stack in <c>DELETE_FAILED</c>.</param>
    /// <param name="cancellationToken">Gives up waiting; the stack stays as it is at that moment.</param>
    public async Task<StackResult?> DeleteAsync(
        string stackName, IEnumerable<string> retainResources, CancellationToken cancellationToken = default)
    {
        return await new StackDeployment(stackClient).DeleteAsync(stackName, retainResources.ToHashSet(), cancellationToken);
    }

    /// <summary>The stack as it is now with all its events, or null when there never was one of that name.</summary>
    public StackResult? Describe(string stackName) =>
        cloudFormation.Engine.Find(stackName) is { } state ? StackResult.Of(state) : null;

    /// <summary>Every stack that is not deleted, in the order of their names.</summary>
    public IReadOnlyList<StackResult> Stacks =>
        [.. cloudFormation.Engine.All.OrderBy(stack => stack.Identity.Name).Select(stack => StackResult.Of(stack))];

    /// <summary>Waits until a job has ended.</summary>
    /// <param name="jobArn">The job.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The job in its terminal state.</returns>
    /// <exception cref="KeyNotFoundException">There is no such job.</exception>
    public async Task<ModelInvocationJob> WaitForJobAsync(string jobArn, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            var job = Bedrock.Find(jobArn) ?? throw new KeyNotFoundException($"there is no job {jobArn}");
            if (JobStatus.IsTerminal(job.Status))
                return job;
            await Task.Delay(TimeSpan.FromMilliseconds(20), cancellationToken);
        }
    }

    /// <summary>Reads what a job has written: a line for each record, in the order of the input.</summary>
    /// <param name="jobArn">The job.</param>
    /// <exception cref="KeyNotFoundException">There is no such job.</exception>
    public IReadOnlyList<JsonObject> ReadResults(string jobArn)
    {
        var job = Bedrock.Find(jobArn) ?? throw new KeyNotFoundException($"there is no job {jobArn}");
        return JobResults.Read(Buckets, job);
    }

    /// <summary>Stops everything, functions that run included.</summary>
    public ValueTask DisposeAsync() => parts.DisposeAsync();

    private static Dictionary<string, string> FunctionEnvironment(LocalAwsOptions options, LocalCertificate? certificate, Uri endpoint)
    {
        var environment = new Dictionary<string, string>(options.FunctionEnvironment)
        {
            ["AWS_ENDPOINT_URL_BEDROCK"] = endpoint.ToString(),
            ["AWS_ENDPOINT_URL_CLOUDFORMATION"] = endpoint.ToString(),
        };
        foreach (var (name, value) in certificate?.Environment ?? new Dictionary<string, string>())
            environment[name] = value;
        return environment;
    }
}
