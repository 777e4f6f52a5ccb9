using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.Logs;

namespace BatchResource.Cdk;

/// <summary>The settings of a <see cref="BatchInferenceProvider"/>.</summary>
public sealed record BatchInferenceProviderProps
{
    /// <summary>The function's memory in MB, 128 to 10,240. More memory also means a faster processor. Default: 512.</summary>
    public double? MemorySize { get; init; }

    /// <summary>
    /// The processor of the function: <see cref="Architecture.X86_64"/>, or <see cref="Architecture.ARM_64"/>, which costs a fifth less per
    /// second. This package has a bundle for each. If you set <see cref="Code"/>, it must fit. Default: <see cref="Architecture.X86_64"/>.
    /// </summary>
    public Architecture? Architecture { get; init; }

    /// <summary>
    /// The function's code. For example, use a bundle that you built with <c>make package</c>:
    /// <c>Code.FromAsset("artifacts/provider/linux-x64.zip")</c>. Handler and runtime stay the same. Default: the bundle in this package.
    /// </summary>
    public Code? Code { get; init; }

    /// <summary>How long the function's logs are kept. Default: one month.</summary>
    public RetentionDays? LogRetention { get; init; }

    /// <summary>
    /// What happens to the log group when the provider leaves the stack. The reason of a failed deployment may point to these logs, but a
    /// rollback deletes them unless you retain them. Default: <see cref="RemovalPolicy.DESTROY"/>.
    /// </summary>
    public RemovalPolicy? LogRemovalPolicy { get; init; }

    /// <summary>
    /// The VPC of the function. From there the function must reach Amazon Bedrock and S3, through a NAT gateway or endpoints. It needs S3
    /// to answer CloudFormation. Default: none.
    /// </summary>
    public IVpc? Vpc { get; init; }

    /// <summary>The subnets of <see cref="Vpc"/>. Default: the private subnets.</summary>
    public ISubnetSelection? VpcSubnets { get; init; }

    /// <summary>The function's security groups. Default: a new group that allows all outbound traffic.</summary>
    public ISecurityGroup[]? SecurityGroups { get; init; }

    /// <summary>
    /// The KMS key that encrypts the function's environment variables and logs. If this app creates the key, the construct allows
    /// CloudWatch Logs to use it. An imported key must already allow that. Default: keys of AWS.
    /// </summary>
    public IKey? EncryptionKey { get; init; }

    /// <summary>
    /// How many concurrent invocations of the account are reserved for the function. The function cannot use more. Each job that is
    /// created, changed or deleted uses one, for minutes if it waits. At least 1. Default: no reservation.
    /// </summary>
    public double? ReservedConcurrentExecutions { get; init; }
}
