using Amazon.CDK;
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
public sealed class BatchInferenceJob : BatchInferenceJobBase, ITaggable
{
    private readonly CfnResource resource;
    private readonly IBatchInferenceProvider provider;
    private readonly JobParts parts;
    private readonly Dictionary<string, object> properties;

    /// <summary>Declares a job.</summary>
    /// <param name="scope">The scope, usually a stack.</param>
    /// <param name="id">The id in the scope. Another id is another job.</param>
    /// <param name="props">What the job is.</param>
    /// <exception cref="ArgumentException">The input is a path at which there are no records.</exception>
    public BatchInferenceJob(Construct scope, string id, BatchInferenceJobProps props)
        : base(scope, id)
    {
        ArgumentNullException.ThrowIfNull(props);
        var stack = Stack.Of(this);
        parts = new JobParts(props.Model.Bind(stack), props.Input.Bind(this), props.Output.Bind(), VpcBinding.Of(props));
        provider = props.Provider ?? BatchInferenceProvider.GetOrCreate(this);
        Role = ServiceRole.GetOrCreate(this, props.Role, new ServiceRoleStatements(stack, parts).All());
        properties = JobPropertiesWriter.Write(props, parts, Role, provider);
        resource = new CfnResource(this, "Resource", new CfnResourceProps
        {
            Type = ResourceType.BatchInferenceJob,
            Properties = properties,
        });
        resource.ApplyRemovalPolicy(props.RemovalPolicy ?? Amazon.CDK.RemovalPolicy.DESTROY);
        DependOnPolicies(isCreatedRole: props.Role is null);
        if (props.Vpc is { } vpc)
        {
            Aspects.Of(resource).Add(new NetworkDependencies(resource, vpc));
        }

        Tags = new TagManager(TagType.STANDARD, ResourceType.BatchInferenceJob, null, new TagManagerOptions { TagPropertyName = "tags" });
        foreach (var (key, value) in props.Tags ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            Tags.SetTag(key, value);
        }

        Aspects.Of(resource).Add(new TagsAspect(resource, Tags));
        Node.AddValidation(new FoundProblems([.. parts.Input.Problems, .. Conflicts.In(props, parts)]));
        Node.AddValidation(new JobValidation(properties, Tags));
        foreach (var warning in Conflicts.Ahead(props, parts))
        {
            Annotations.Of(this).AddWarningV2("BatchResource.Cdk:jobNameOutlivesInput", warning);
        }
    }

    /// <summary>The job's tags. <c>Tags.Of(scope)</c> of any scope around the job reaches them.</summary>
    public TagManager Tags { get; }

    /// <summary>The service role that Bedrock assumes to run the job.</summary>
    public IRole Role { get; }

    /// <inheritdoc/>
    public override IPrincipal GrantPrincipal => Role.GrantPrincipal;

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
    public BatchInferenceJobCompletion WaitForCompletion(Duration timeout, WaitForCompletionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(timeout);
        var definition = DefinitionMark.Of(Stack.Of(this), properties);
        return new BatchInferenceJobCompletion(this, "Completion", provider, definition, timeout, options ?? new());
    }

    // The policies must be there before the job, and outlive it when the stack is deleted.
    private void DependOnPolicies(bool isCreatedRole)
    {
        Aspects.Of(resource).Add(new PolicyDependencies(resource, Role));
        if (provider is BatchInferenceProvider own)
        {
            resource.Node.AddDependency(own.Permit(this, parts.Model, Role, isCreatedRole), own.AsyncSettings);
            Aspects.Of(resource).Add(new PolicyDependencies(resource, own.Role));
        }
    }

    private string Attribute(string name) => resource.GetAtt(name).ToString();
}
