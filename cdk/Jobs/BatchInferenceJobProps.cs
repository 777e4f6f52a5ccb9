using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.IAM;

namespace BatchResource.Cdk;

/// <summary>
/// What a <see cref="BatchInferenceJob"/> is. Mirrors
/// <see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_CreateModelInvocationJob.html">CreateModelInvocationJob</see>;
/// <c>clientRequestToken</c> is not here because the provider sets it, from CloudFormation's request.
/// </summary>
/// <remarks>
/// Bedrock cannot change a job. A change of anything but <see cref="Tags"/>, <see cref="WaitFor"/>, <see cref="RemovalPolicy"/> and
/// <see cref="Provider"/> starts a new job and stops the old one.
/// </remarks>
public sealed record BatchInferenceJobProps
{
    /// <summary>The model that answers the records.</summary>
    public required BatchInferenceModel Model { get; init; }

    /// <summary>Where the records come from.</summary>
    public required BatchInferenceInput Input { get; init; }

    /// <summary>Where the results go.</summary>
    public required BatchInferenceOutput Output { get; init; }

    /// <summary>
    /// The job's name: 1 to 63 letters, digits, <c>-</c>, <c>+</c> or <c>.</c>, the first a letter or digit. Bedrock keeps a name for
    /// ever, even a failed job's, so a change that starts a new job must change it too. Default: a name is generated for each job.
    /// </summary>
    public string? JobName { get; init; }

    /// <summary>
    /// The service role that Bedrock assumes. A role of this app is given the permissions that the job needs, an imported one is left
    /// as it is. Its trust policy is yours in both cases, and must name bedrock.amazonaws.com. Default: a role is created, trusting only
    /// this account's batch jobs.
    /// </summary>
    public IRole? Role { get; init; }

    /// <summary>The VPC that the job's traffic to S3 goes through; <see cref="SecurityGroups"/> go with it. Default: none.</summary>
    public IVpc? Vpc { get; init; }

    /// <summary>Which subnets of <see cref="Vpc"/>, 1 to 16. Default: the private ones.</summary>
    public ISubnetSelection? VpcSubnets { get; init; }

    /// <summary>The security groups in <see cref="Vpc"/>, 1 to 5. Default: one is created that lets everything out.</summary>
    public IReadOnlyList<ISecurityGroup>? SecurityGroups { get; init; }

    /// <summary>After how long Bedrock ends the job unfinished: 24 to 168 whole hours. Default: Bedrock's, 24 hours.</summary>
    public Duration? Timeout { get; init; }

    /// <summary>The form of the records. Default: Bedrock's, <see cref="ModelInvocationType.InvokeModel"/>.</summary>
    public ModelInvocationType? InvocationType { get; init; }

    /// <summary>
    /// Whether local records are uploaded without a look at what their <c>modelInput</c> asks of the model, because you know better. They
    /// must be records all the same. Default: they are held to what AWS documents for the model.
    /// </summary>
    public bool SkipRecordChecks { get; init; }

    /// <summary>Tags of the job, besides those that <c>Tags.Of(scope)</c> brings; at most 50 in all.</summary>
    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    /// <summary>
    /// Any text of at most 256 characters; another text means: run the job again, though nothing else has changed. Default: none.
    /// </summary>
    public string? Revision { get; init; }

    /// <summary>
    /// How far the job must be before the deployment goes on. With <see cref="WaitFor.Validated"/> a job whose input Bedrock refuses fails
    /// the deployment; that takes minutes. Default: <see cref="WaitFor.Submitted"/>.
    /// </summary>
    public WaitFor? WaitFor { get; init; }

    /// <summary>
    /// What becomes of the job when it leaves the stack. <see cref="Amazon.CDK.RemovalPolicy.RETAIN"/> lets it run on, also when another
    /// takes its place, and keeps the service role that the construct makes for it; a <see cref="Role"/> of yours, buckets, keys and
    /// networks keep by policies of their own. Delete the role by hand when the job has ended. Default:
    /// <see cref="Amazon.CDK.RemovalPolicy.DESTROY"/>, which stops it.
    /// </summary>
    public RemovalPolicy? RemovalPolicy { get; init; }

    /// <summary>The provider that manages the job. Default: the stack's own, created for its first job.</summary>
    public IBatchInferenceProvider? Provider { get; init; }
}
