using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.IAM;

namespace BatchResource.Cdk;

/// <summary>
/// The definition of a <see cref="BatchInferenceJob"/>. Mirrors
/// <see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_CreateModelInvocationJob.html">CreateModelInvocationJob</see>,
/// without <c>clientRequestToken</c>: the provider takes it from CloudFormation's request.
/// </summary>
/// <remarks>
/// Bedrock cannot change a job. So a change of anything but <see cref="Tags"/>, <see cref="WaitFor"/>, <see cref="RemovalPolicy"/> and
/// <see cref="Provider"/> starts a new job and stops the old one.
/// </remarks>
public sealed record BatchInferenceJobProps
{
    /// <summary>The model that processes the records.</summary>
    public required BatchInferenceModel Model { get; init; }

    /// <summary>Where the records come from.</summary>
    public required BatchInferenceInput Input { get; init; }

    /// <summary>Where the results go.</summary>
    public required BatchInferenceOutput Output { get; init; }

    /// <summary>
    /// The job's name: 1 to 63 letters, digits, <c>-</c>, <c>+</c> or <c>.</c>, starting with a letter or digit. Bedrock never frees a
    /// name, even after the job has failed. So change the name whenever you change something that starts a new job. Default: each job gets
    /// a generated name.
    /// </summary>
    public string? JobName { get; init; }

    /// <summary>
    /// The service role that Bedrock assumes. If this app creates the role, the construct adds the permissions that the job needs. It does
    /// not change an imported role. In both cases you write the trust policy, which must name bedrock.amazonaws.com. Default: a new role
    /// that only batch jobs of this account can use.
    /// </summary>
    public IRole? Role { get; init; }

    /// <summary>
    /// The VPC for the job's traffic to S3. To choose the security groups, set <see cref="SecurityGroups"/>. Default: none.
    /// </summary>
    public IVpc? Vpc { get; init; }

    /// <summary>The subnets of <see cref="Vpc"/>, 1 to 16. Default: the private subnets.</summary>
    public ISubnetSelection? VpcSubnets { get; init; }

    /// <summary>The security groups in <see cref="Vpc"/>, 1 to 5. Default: a new group that allows all outbound traffic.</summary>
    public IReadOnlyList<ISecurityGroup>? SecurityGroups { get; init; }

    /// <summary>
    /// The time after which Bedrock ends an unfinished job: 24 to 168 whole hours. Default: 24 hours, which is Bedrock's default.
    /// </summary>
    public Duration? Timeout { get; init; }

    /// <summary>The form of the records. Default: <see cref="ModelInvocationType.InvokeModel"/>, which is Bedrock's default.</summary>
    public ModelInvocationType? InvocationType { get; init; }

    /// <summary>
    /// Whether to skip the check of <c>modelInput</c> in local records. Set it if you know your model better than this library. Each line
    /// must still be a record. Default: false, so <c>modelInput</c> must fit what AWS documents for the model.
    /// </summary>
    public bool SkipRecordChecks { get; init; }

    /// <summary>Tags of the job, in addition to those of <c>Tags.Of(scope)</c>. At most 50 together.</summary>
    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    /// <summary>Any text of at most 256 characters. Change it to run the same job again. Default: none.</summary>
    public string? Revision { get; init; }

    /// <summary>
    /// How far the job must be before the deployment goes on. With <see cref="WaitFor.Validated"/>, the deployment fails if Bedrock refuses
    /// the input. That takes minutes. Default: <see cref="WaitFor.Submitted"/>.
    /// </summary>
    public WaitFor? WaitFor { get; init; }

    /// <summary>
    /// What happens to the job when it leaves the stack, or when another job replaces it. Default:
    /// <see cref="Amazon.CDK.RemovalPolicy.DESTROY"/>, which stops the job. <see cref="Amazon.CDK.RemovalPolicy.RETAIN"/> lets it run to
    /// its end and keeps the service role that the construct created. Delete that role by hand after the job has ended. A
    /// <see cref="Role"/> of your own, buckets, keys and networks need removal policies of their own.
    /// </summary>
    public RemovalPolicy? RemovalPolicy { get; init; }

    /// <summary>The provider that manages the job. Default: the stack's own provider, which the first job of the stack creates.</summary>
    public IBatchInferenceProvider? Provider { get; init; }
}
