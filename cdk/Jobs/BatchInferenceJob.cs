using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using BatchResource.Cdk.Internal;
using BatchResource.Contract;
using Constructs;

namespace BatchResource.Cdk;

/// <summary>
/// An Amazon Bedrock batch inference job as a resource of the stack: created once for each definition, replaced when the definition
/// changes, stopped when it leaves the stack.
/// </summary>
public sealed class BatchInferenceJob : Resource, IBatchInferenceJob, ITaggable
{
    private readonly CfnResource resource;

    /// <summary>Declares a job.</summary>
    /// <param name="scope">The scope, usually a stack.</param>
    /// <param name="id">The id in the scope. Another id is another job.</param>
    /// <param name="props">What the job is.</param>
    public BatchInferenceJob(Construct scope, string id, BatchInferenceJobProps props)
        : base(scope, id)
    {
        ArgumentNullException.ThrowIfNull(props);
        var stack = Stack.Of(this);
        var provider = props.Provider ?? BatchInferenceProvider.GetOrCreate(this);
        var parts = new JobParts(props.Model.Bind(stack), props.Input.Bind(this), props.Output.Bind());

        Tags = new TagManager(TagType.STANDARD, ResourceType.BatchInferenceJob, null, new TagManagerOptions { TagPropertyName = "tags" });
        foreach (var (key, value) in props.Tags ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            Tags.SetTag(key, value);
        }

        Role = ServiceRole.GetOrCreate(this, props.Role, ServiceRoleStatements.Of(stack, parts.Model, parts.Input, parts.Output));
        var properties = JobPropertiesWriter.Write(props, parts, Role, provider);
        resource = new CfnResource(this, "Resource", new CfnResourceProps
        {
            Type = ResourceType.BatchInferenceJob,
            Properties = properties,
        });
        resource.ApplyRemovalPolicy(props.RemovalPolicy ?? Amazon.CDK.RemovalPolicy.DESTROY);

        // The policies must be there before the job, and outlive it when the stack is deleted.
        Aspects.Of(resource).Add(new PolicyDependencies(resource, Role));
        if (provider is BatchInferenceProvider own)
        {
            resource.Node.AddDependency(own.Permit(this, parts.Model, Role, isCreatedRole: props.Role is null));
            Aspects.Of(resource).Add(new PolicyDependencies(resource, own.Role, own.Function));
        }

        Aspects.Of(resource).Add(new TagsAspect(resource, Tags));
        Node.AddValidation(new JobValidation(properties, Tags, parts.Input.Problems));
    }

    /// <summary>The job's tags. <c>Tags.Of(scope)</c> of any scope around the job reaches them.</summary>
    public TagManager Tags { get; }

    /// <summary>The service role that Bedrock assumes to run the job.</summary>
    public IRole Role { get; }

    /// <inheritdoc/>
    public string JobArn => Attribute(AttributeNames.JobArn);

    /// <inheritdoc/>
    public string JobId => Attribute(AttributeNames.JobId);

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

    private string Attribute(string name) => resource.GetAtt(name).ToString();
}
