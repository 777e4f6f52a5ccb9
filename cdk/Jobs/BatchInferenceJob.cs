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
/// An Amazon Bedrock batch inference job as a resource of the stack: created once for each definition, replaced when the definition
/// changes, stopped when it leaves the stack.
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
    /// <param name="scope">The scope, usually a stack.</param>
    /// <param name="id">The id in the scope. Another id is another job.</param>
    /// <param name="props">What the job is.</param>
    /// <exception cref="ArgumentException">The input is a path at which there are no records.</exception>
    /// <exception cref="ArgumentNullException">A required property is null; the message names it.</exception>
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

    /// <summary>The job's tags. <c>Tags.Of(scope)</c> of any scope around the job reaches them.</summary>
    public TagManager Tags => tags ??= new TagManager(
        TagType.STANDARD, ResourceType.BatchInferenceJob, null, new TagManagerOptions { TagPropertyName = "tags" });

    /// <summary>The service role that Bedrock assumes to run the job.</summary>
    public IRole Role { get; }

    /// <inheritdoc/>
    public override IPrincipal GrantPrincipal => Role.GrantPrincipal;

    /// <summary>The job's security groups, to allow traffic with.</summary>
    /// <exception cref="InvalidOperationException">The job has no <see cref="BatchInferenceJobProps.Vpc"/>.</exception>
    public Connections_ Connections => connections ?? throw new InvalidOperationException(
        $"{Node.Path} has no security groups, as its {nameof(BatchInferenceJobProps.Vpc)} is not set");

    /// <inheritdoc/>
    public override string JobArn => Attribute(AttributeNames.JobArn);

    /// <inheritdoc/>
    public override string JobId => Attribute(AttributeNames.JobId);

    /// <summary>The job's name, given or generated.</summary>
    public string JobName => Attribute(AttributeNames.JobName);

    /// <summary>The model as Bedrock reports it, usually an ARN.</summary>
    public string ModelId => Attribute(AttributeNames.ModelId);

    /// <summary>The job's status when CloudFormation was answered; it is not followed afterwards.</summary>
    public string Status => Attribute(AttributeNames.Status);

    /// <summary>When the job was submitted: ISO 8601, UTC.</summary>
    public string SubmitTime => Attribute(AttributeNames.SubmitTime);

    /// <summary>Where the results land: <c>s3://bucket/prefix/jobId/</c>.</summary>
    public string OutputS3Uri => Attribute(AttributeNames.OutputS3Uri);

    /// <inheritdoc/>
    public override IBucket? ResultsBucket => parts.Output.Bucket;

    /// <summary>Where the results go.</summary>
    internal BoundOutput Results => parts.Output;

    /// <summary>The function that manages it.</summary>
    internal IBatchInferenceProvider Provider => provider;

    /// <summary>Its stack, without a call of the CDK.</summary>
    internal Stack OwnStack => stack;

    /// <summary>The logical ids, as tokens, of the resources that are others, or have other attributes, after a replacement.</summary>
    internal string[] LogicalIds => waited is { } wait ? [resource.LogicalId, wait.Completion.LogicalId] : [resource.LogicalId];

    /// <summary>Whether the app has asked for the policies of other accounts' buckets.</summary>
    internal bool HasGivenPolicies { get; private set; }

    /// <summary>Finds what is wrong when the app is synthesized, for the CDK to report.</summary>
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

    /// <summary>A job that exists already, of which only the ARN is known.</summary>
    /// <param name="scope">The scope.</param>
    /// <param name="id">The id in the scope.</param>
    /// <param name="jobArn">The job's ARN.</param>
    public static IBatchInferenceJob FromJobArn(Construct scope, string id, string jobArn) =>
        FromJobAttributes(scope, id, new BatchInferenceJobAttributes { JobArn = jobArn });

    /// <summary>A job that exists already.</summary>
    /// <param name="scope">The scope.</param>
    /// <param name="id">The id in the scope.</param>
    /// <param name="attributes">What is known of it.</param>
    public static IBatchInferenceJob FromJobAttributes(Construct scope, string id, BatchInferenceJobAttributes attributes)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        return new ImportedJob(scope, id, attributes);
    }

    /// <summary>
    /// Makes the deployment wait until the job has completed, and fail with Bedrock's message when it does not. Only what depends on the
    /// result waits. An update waits again when it changes the job's definition in the template. A value that only CloudFormation knows,
    /// such as a parameter's, changes the job and not the template: such an update fails, until another
    /// <see cref="BatchInferenceJobProps.Revision"/> goes with it.
    /// </summary>
    /// <param name="timeout">How long at most: 1 second to 12 hours, in whole seconds.</param>
    /// <param name="options">What is a success.</param>
    /// <exception cref="ArgumentException">
    /// The job is waited for already, in another way; in the same way, it is the same result.
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
                    $"{Node.Path}: a job is waited for once, but it is {earlier.Wanted} that was wanted before, and {wanted} now: "
                    + $"use the result of the first {nameof(WaitForCompletion)}",
                    nameof(timeout));
        }

        var definition = DefinitionMark.Of(stack, properties);
        var completion = new BatchInferenceJobCompletion(this, "Completion", provider, definition, timeout, options);
        waited = (completion, wanted);
        return completion;
    }

    /// <summary>
    /// What the policy of the input's or output's bucket must allow if the bucket is another account's, for
    /// <c>bucket.AddToResourcePolicy</c> in that account's stack.
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
    /// The same for the KMS key that encrypts such a bucket, for <c>key.AddToResourcePolicy</c>.
    /// </summary>
    /// <param name="key">The key.</param>
    /// <exception cref="InvalidOperationException">The job's stack has no <c>Env</c> with account and Region.</exception>
    public IReadOnlyList<PolicyStatement> RequiredKeyPolicy(IKey key) => requiredPolicies.Of(key);

    // The policies and the ways to S3 must be there before the job, and outlive it when the stack is deleted.
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

    // CloudFormation does not hand the stack's tags to a custom resource, and the CDK renders tags only into resources of its own. This is
    // done below the job, so after every aspect that tags the job.
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
