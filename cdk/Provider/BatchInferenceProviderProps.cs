using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.Logs;

namespace BatchResource.Cdk;

/// <summary>How a <see cref="BatchInferenceProvider"/> runs.</summary>
public sealed record BatchInferenceProviderProps
{
    /// <summary>The function's memory in MB, 128 to 10,240. Processor time grows with it. Default: 512.</summary>
    public double? MemorySize { get; init; }

    /// <summary>
    /// The processor that the function runs on: <see cref="Architecture.X86_64"/>, or <see cref="Architecture.ARM_64"/>, whose time costs a
    /// fifth less. This package carries a bundle for each; <see cref="Code"/> must fit. Default: <see cref="Architecture.X86_64"/>.
    /// </summary>
    public Architecture? Architecture { get; init; }

    /// <summary>
    /// The function's code, for instance a bundle of your own build: <c>Code.FromAsset("artifacts/provider/linux-x64.zip")</c>, which
    /// <c>make package</c> makes. Handler and runtime stay the same. Default: the bundle in this package.
    /// </summary>
    public Code? Code { get; init; }

    /// <summary>How long the function's logs are kept. Default: one month.</summary>
    public RetentionDays? LogRetention { get; init; }

    /// <summary>
    /// What becomes of the log group when the provider leaves the stack. A failed deployment's reason may point to the logs, and a
    /// rolled back stack takes them along unless they are retained. Default: <see cref="RemovalPolicy.DESTROY"/>.
    /// </summary>
    public RemovalPolicy? LogRemovalPolicy { get; init; }

    /// <summary>
    /// The VPC that the function runs in. It must reach Amazon Bedrock and S3 from there, by a NAT gateway or by endpoints;
    /// CloudFormation's answers go to S3. Default: none.
    /// </summary>
    public IVpc? Vpc { get; init; }

    /// <summary>Which subnets of <see cref="Vpc"/>. Default: the private ones.</summary>
    public ISubnetSelection? VpcSubnets { get; init; }

    /// <summary>The function's security groups. Default: one is created, which lets everything out.</summary>
    public ISecurityGroup[]? SecurityGroups { get; init; }

    /// <summary>
    /// The KMS key that encrypts the function's environment and its logs. A key of this app is made to let CloudWatch Logs use it, an
    /// imported one must do so already. Default: keys of AWS.
    /// </summary>
    public IKey? EncryptionKey { get; init; }

    /// <summary>
    /// How many of the account's concurrent invocations are kept for the function, and how many it may use. Each job that is being created,
    /// changed or deleted uses one, for minutes if it waits. At least 1. Default: no reservation.
    /// </summary>
    public double? ReservedConcurrentExecutions { get; init; }
}
