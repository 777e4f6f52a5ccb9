using System.Globalization;
using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.Logs;
using Amazon.CDK.AWS.S3;
using BatchResource.Cdk;
using Constructs;

namespace BatchResource.SampleApp;

/// <summary>
/// Confidential work: the job reaches S3 through a VPC that has no route to the internet. Your own key encrypts the results. Access to the
/// results and the traffic in the VPC are logged. The model is a cross-Region inference profile.
/// </summary>
internal sealed class PrivateTranslationsStack : Stack
{
    private static readonly string[] Languages = ["Czech", "Finnish", "Greek", "Portuguese", "Turkish", "Welsh"];
    private static readonly string[] Places = ["kitchen", "workshop", "warehouse", "laboratory", "garage"];
    private static readonly string[] Rules =
    [
        "Wear the goggles in the {0}.",
        "Never leave the {0} unlocked at night.",
        "Report every spill in the {0} to the shift leader.",
        "The {0} is cleaned on Fridays after the last shift.",
    ];

    public PrivateTranslationsStack(Construct scope, string id, IStackProps? props = null)
        : base(scope, id, props)
    {
        // You paid for the results. So bucket and key stay when the stack is destroyed, which is the CDK's default. Without the key, nobody
        // can read the bucket.
        var key = new Key(this, "Key", new KeyProps { EnableKeyRotation = true });
        var results = new Bucket(this, "Results", new BucketProps
        {
            EncryptionKey = key,
            BlockPublicAccess = BlockPublicAccess.BLOCK_ALL,
            EnforceSSL = true,
            ServerAccessLogsPrefix = "results/",
            ServerAccessLogsBucket = new Bucket(this, "AccessLogs", new BucketProps
            {
                BlockPublicAccess = BlockPublicAccess.BLOCK_ALL,
                EnforceSSL = true,
                LifecycleRules = [new LifecycleRule { Expiration = Duration.Days(90) }],
            }),
        });

        // Nothing uses the VPC's default security group. The CDK would need an extra function in the stack to empty it.
        var vpc = new Vpc(this, "Vpc", new VpcProps
        {
            MaxAzs = 2,
            NatGateways = 0,
            RestrictDefaultSecurityGroup = false,
            SubnetConfiguration = [new SubnetConfiguration { Name = "isolated", SubnetType = SubnetType.PRIVATE_ISOLATED }],
        });
        vpc.AddGatewayEndpoint("S3", new GatewayVpcEndpointOptions { Service = GatewayVpcEndpointAwsService.S3 });
        vpc.AddFlowLog("Traffic", new FlowLogOptions
        {
            Destination = FlowLogDestination.ToCloudWatchLogs(new LogGroup(this, "TrafficLog", new LogGroupProps
            {
                Retention = RetentionDays.THREE_MONTHS,
                RemovalPolicy = RemovalPolicy.DESTROY,
            })),
        });

        var job = new BatchInferenceJob(this, "Translations", new BatchInferenceJobProps
        {
            Model = BatchInferenceModel.FromInferenceProfile("us.anthropic.claude-3-haiku-20240307-v1:0", "us-east-1", "us-west-2"),
            Input = BatchInferenceInput.FromRecords(Translations()),
            Output = BatchInferenceOutput.ToBucket(results, "translated", key),
            Vpc = vpc,
            SecurityGroups = [new SecurityGroup(this, "JobTraffic", new SecurityGroupProps { Vpc = vpc })],
            Timeout = Duration.Hours(48),
            Tags = new Dictionary<string, string> { ["confidentiality"] = "high" },
        });
        job.OnFailed("Failed");

        _ = new CfnOutput(this, "ResultsUri", new CfnOutputProps { Value = job.OutputS3Uri });
    }

    private static IEnumerable<BatchInferenceRecord> Translations() =>
        from language in Languages
        from place in Places
        from rule in Rules
        let sentence = string.Format(CultureInfo.InvariantCulture, rule, place)
        let prompt = $"Translate into {language}, answer with the translation only: {sentence}"
        select BatchRecord.Anthropic(prompt, maxTokens: 100);
}
