using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.S3;
using BatchResource.Cdk.Internal;
using BatchResource.Contract;
using Constructs;

namespace BatchResource.Cdk;

/// <summary>
/// An Amazon Bedrock batch inference job as a resource of the stack. Each definition gets one job. A changed definition starts a new job
/// and stops the old one. A job that leaves the stack is stopped.
/// </summary>
public sealed class BatchInferenceJob : BatchInferenceJobBase, ITaggable, IConnectable
{
    private readonly Stack stack;
    private readonly CfnResource resource;
    private readonly Dictionary<string, string> attributes = new(StringComparer.Ordinal);
    private readonly IBatchInferenceProvider provider;
    private readonly JobParts parts;
    private readonly Dictionary<string, object> properties;
    private readonly RequiredPolicies requiredPolicies;
    private readonly Connections_? connections;
    private readonly IRole? givenRole;
    private readonly string[] problemsAhead;
    private (BatchInferenceJobCompletion Completion, string Wanted)? waited;
    private TagManager? tags;
    private IReadOnlyDictionary<string, string> writtenTags = new Dictionary<string, string>(StringComparer.Ordinal);
    private FoundProblems? problems;

    /// <summary>Declares a job.</summary>
    /// <param name="scope">The parent construct, usually a stack.</param>
    /// <param name="id">The id in the scope. A changed id means a new job.</param>
    /// <param name="props">The definition of the job.</param>
    /// <exception cref="ArgumentException">The path of the input has no records.</exception>
    /// <exception cref="ArgumentNullException">A required property is null. The message names it.</exception>
    public BatchInferenceJob(Construct scope, string id, BatchInferenceJobProps props)
        : base(scope, id)
    {
        ArgumentNullException.ThrowIfNull(props);
        RequiredProps.Check(props);
        stack = Stacks.Of(scope);
        var model = props.Model.Bind(stack);
        var rules = new RecordRules(model.FoundationModelId, props.InvocationType, props.SkipRecordChecks);
        var vpcBinding = VpcBinding.Of(this, props);
        parts = new JobParts(model, props.Input.Bind(this, rules), props.Output.Bind(this), vpcBinding?.Settings);
        connections = vpcBinding is { SecurityGroups: var groups }
            ? new Connections_(new ConnectionsProps { SecurityGroups = [.. groups] })
            : null;
        givenRole = props.Role;
        requiredPolicies = new RequiredPolicies(this, parts, props.Role);
        provider = props.Provider ?? BatchInferenceProvider.OfStack(stack);
        var statements = new ServiceRoleStatements(stack, parts, isOwnRole: props.Role is null).All();
        Role = ServiceRole.GetOrCreate(this, stack, props.Role, statements);
        properties = JobPropertiesWriter.Write(props, parts, Role, provider);
        foreach (var (key, value) in props.Tags ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            Tags.SetTag(key, value);
        }

        resource = new CfnResource(this, "Resource", new CfnResourceProps
        {
            Type = ResourceType.BatchInferenceJob,
            Properties = properties,
        });
        resource.ApplyRemovalPolicy(props.RemovalPolicy ?? Amazon.CDK.RemovalPolicy.DESTROY);
        AppJobs.Add(stack, this);
        Depend(props);
        problemsAhead = [.. parts.Model.Problems, .. parts.Input.Problems, .. parts.Output.Problems, .. Conflicts.In(props, parts)];
        foreach (var (warningId, warning) in Conflicts.Ahead(props, parts, vpcBinding))
        {
            JobWarnings.Add(this, warningId, warning);
        }
    }

    /// <summary>The job's tags. <c>Tags.Of(scope)</c> adds to them, if the job is in that scope.</summary>
    public TagManager Tags => tags ??= new TagManager(
        TagType.STANDARD, ResourceType.BatchInferenceJob, null, new TagManagerOptions { TagPropertyName = "tags" });

    /// <summary>The service role that Bedrock assumes to run the job.</summary>
    public IRole Role { get; }

    /// <inheritdoc/>
    public override IPrincipal GrantPrincipal => Role.GrantPrincipal;

    /// <summary>The job's security groups. Use them to allow traffic.</summary>
    /// <exception cref="InvalidOperationException">The job has no <see cref="BatchInferenceJobProps.Vpc"/>.</exception>
    public Connections_ Connections => connections ?? throw new InvalidOperationException(
        $"{Node.Path} has no security groups, because its {nameof(BatchInferenceJobProps.Vpc)} is not set");

    /// <inheritdoc/>
    public override string JobArn => Attribute(AttributeNames.JobArn);

    /// <inheritdoc/>
    public override string JobId => Attribute(AttributeNames.JobId);

    /// <summary>The job's name: the one that you gave, or a generated one.</summary>
    public string JobName => Attribute(AttributeNames.JobName);

    /// <summary>The model as Bedrock reports it, usually an ARN.</summary>
    public string ModelId => Attribute(AttributeNames.ModelId);

    /// <summary>The job's status at the time when CloudFormation got its answer. It does not show later changes.</summary>
    public string Status => Attribute(AttributeNames.Status);

    /// <summary>The time when the job was submitted: ISO 8601, UTC.</summary>
    public string SubmitTime => Attribute(AttributeNames.SubmitTime);

    /// <summary>The folder of the results: <c>s3://bucket/prefix/jobId/</c>.</summary>
    public string OutputS3Uri => Attribute(AttributeNames.OutputS3Uri);

    /// <inheritdoc/>
    public override IBucket? ResultsBucket => parts.Output.Bucket;

    /// <summary>The place of the results.</summary>
    internal BoundOutput Results => parts.Output;

    /// <summary>The provider that manages the job.</summary>
    internal IBatchInferenceProvider Provider => provider;

    /// <summary>The job's stack. Reading it needs no call to the CDK's process.</summary>
    internal Stack OwnStack => stack;

    /// <summary>
    /// The logical ids, as tokens, of the resources that a replacement changes: they, or their attributes, are others afterwards.
    /// </summary>
    internal string[] LogicalIds => waited is { } wait ? [resource.LogicalId, wait.Completion.LogicalId] : [resource.LogicalId];

    /// <summary>Whether the app has asked for the policies that buckets of other accounts need.</summary>
    internal bool HasGivenPolicies { get; private set; }

    /// <summary>Finds problems when the app is synthesized. The CDK reports them.</summary>
    internal void Validate(RoleTrust trust)
    {
        string[] found =
        [
            .. PropertyProblems.In(properties, writtenTags),
            .. problemsAhead,
            .. ResultsAsInput.Problems(this, parts.Input),
            .. givenRole is null ? [] : trust.Problems(givenRole),
        ];
        if (problems is not null)
        {
            problems.Problems = found;
        }
        else if (found.Length > 0)
        {
            Node.AddValidation(problems = new FoundProblems(found));
        }

        if (givenRole is not null)
        {
            RoleOfKeptJob.Warn(this, resource, givenRole);
        }
    }

    private protected override string OutputPrefix => parts.Output.Prefix;

    private protected override IKey? ResultsKey => parts.Output.EncryptionKey;

    private protected override string? MetricModelId => parts.Model.MetricModelId;

    /// <summary>Imports an existing job by its ARN.</summary>
    /// <param name="scope">The parent construct.</param>
    /// <param name="id">The id in the scope.</param>
    /// <param name="jobArn">The job's ARN.</param>
    public static IBatchInferenceJob FromJobArn(Construct scope, string id, string jobArn) =>
        FromJobAttributes(scope, id, new BatchInferenceJobAttributes { JobArn = jobArn });

    /// <summary>Imports an existing job by its ARN and whatever else you know about it.</summary>
    /// <param name="scope">The parent construct.</param>
    /// <param name="id">The id in the scope.</param>
    /// <param name="attributes">What you know about the job.</param>
    public static IBatchInferenceJob FromJobAttributes(Construct scope, string id, BatchInferenceJobAttributes attributes)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        return new ImportedJob(scope, id, attributes);
    }

    /// <summary>
    /// Makes the deployment wait until the job has completed. If the job does not complete, the deployment fails with Bedrock's message.
    /// Only resources that depend on the result wait. An update waits again when the job's definition in the template has changed. A value
    /// that only CloudFormation knows, such as a parameter, changes the job but not the template. Such an update fails unless you also
    /// change <see cref="BatchInferenceJobProps.Revision"/>.
    /// </summary>
    /// <param name="timeout">The longest wait: 1 second to 12 hours, in whole seconds.</param>
    /// <param name="options">Which end is a success. Default: the job is <c>Completed</c> and at least one record has a result.</param>
    /// <exception cref="ArgumentException">
    /// An earlier call had other arguments. A second call with the same arguments returns the same result.
    /// </exception>
    public BatchInferenceJobCompletion WaitForCompletion(Duration timeout, WaitForCompletionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(timeout);
        options ??= new();
        var wanted = $"{timeout.ToHumanString()}, {options}";
        if (waited is { } earlier)
        {
            return string.Equals(earlier.Wanted, wanted, StringComparison.Ordinal)
                ? earlier.Completion
                : throw new ArgumentException(
                    $"{Node.Path}: {nameof(WaitForCompletion)} must have the same arguments in each call, got {wanted} after "
                    + $"{earlier.Wanted}: use the result of the first call",
                    nameof(timeout));
        }

        var definition = DefinitionMark.Of(stack, properties);
        var completion = new BatchInferenceJobCompletion(this, "Completion", provider, definition, timeout, options);
        waited = (completion, wanted);
        return completion;
    }

    /// <summary>
    /// Returns the statements that the policy of the input's or output's bucket needs, if the bucket belongs to another account. Add them
    /// with <c>bucket.AddToResourcePolicy</c> in that account's stack.
    /// </summary>
    /// <param name="bucket">The bucket.</param>
    /// <exception cref="ArgumentException">The job does not use the bucket.</exception>
    /// <exception cref="InvalidOperationException">The job's stack has no <c>Env</c> with account and Region.</exception>
    public IReadOnlyList<PolicyStatement> RequiredBucketPolicy(IBucket bucket)
    {
        ArgumentNullException.ThrowIfNull(bucket);
        HasGivenPolicies = true;
        return requiredPolicies.Of(bucket);
    }

    /// <summary>
    /// Returns the statements that the policy of such a bucket's KMS key needs. Add them with <c>key.AddToResourcePolicy</c>.
    /// </summary>
    /// <param name="key">The key.</param>
    /// <exception cref="InvalidOperationException">The job's stack has no <c>Env</c> with account and Region.</exception>
    public IReadOnlyList<PolicyStatement> RequiredKeyPolicy(IKey key) => requiredPolicies.Of(key);

    // The policies and the routes to S3 must exist before the job. When the stack is deleted, they must outlive it.
    private void Depend(BatchInferenceJobProps props)
    {
        List<IDependable> dependencies = [];
        List<System.Action> whenAllIsThere = [WriteTags, new LateWarnings(this, stack, parts).Add];
        if (provider is BatchInferenceProvider own)
        {
            dependencies.Add(own.Permit(stack, parts.Model, Role, isCreatedRole: givenRole is null));
            dependencies.Add(own.AsyncSettings);
            AwaitPoliciesOf(own.Role);
        }

        if (givenRole is null)
        {
            whenAllIsThere.Add(AppJobs.Of(stack).CreatedRoles.Register(Role, resource));
            whenAllIsThere.Add(new KeptWithJob(resource, Role).Apply);
        }
        else
        {
            AwaitPoliciesOf(givenRole);
        }

        if (props.Vpc is { } vpc)
        {
            whenAllIsThere.Add(() => NetworkDependencies.Add(resource.Node, vpc));
        }

        if (dependencies.Count > 0)
        {
            resource.Node.AddDependency([.. dependencies]);
        }

        AppJobs.Of(stack).Aspect.Watch(resource, whenAllIsThere);

        void AwaitPoliciesOf(IRole role)
        {
            var (policies, visit) = RolePolicies.Register(stack, role);
            dependencies.Add(policies);
            whenAllIsThere.Add(visit);
        }
    }

    // CloudFormation does not pass the stack's tags to a custom resource, and the CDK writes tags only into its own resources. This runs on
    // a child of the job, so after every aspect that tags the job.
    private void WriteTags()
    {
        writtenTags = tags?.TagValues().AsReadOnly() ?? writtenTags;
        if (writtenTags.Count > 0)
        {
            resource.AddPropertyOverride(PropertyNames.Tags, TagList.Of(writtenTags));
        }
    }

    private string Attribute(string name)
    {
        if (!attributes.TryGetValue(name, out var value))
        {
            attributes.Add(name, value = resource.GetAtt(name).ToString());
        }

        return value;
    }
}
