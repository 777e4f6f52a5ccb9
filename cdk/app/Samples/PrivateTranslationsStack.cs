using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.S3;
using BatchResource.Cdk;
using Constructs;

namespace BatchResource.SampleApp;

/// <summary>
/// Confidential records: they lie in a bucket that the job reaches through a VPC without a way to the internet, and the results are
/// encrypted with a key of one's own. The model is that of a cross-Region inference profile.
/// </summary>
internal sealed class PrivateTranslationsStack : Stack
{
    public PrivateTranslationsStack(Construct scope, string id, IStackProps? props = null)
        : base(scope, id, props)
    {
        var key = new Key(this, "Key", new KeyProps { EnableKeyRotation = true, RemovalPolicy = RemovalPolicy.DESTROY });
        var bucket = new Bucket(this, "Documents", new BucketProps
        {
            EncryptionKey = key,
            BlockPublicAccess = BlockPublicAccess.BLOCK_ALL,
            EnforceSSL = true,
            RemovalPolicy = RemovalPolicy.DESTROY,
        });

        var vpc = new Vpc(this, "Vpc", new VpcProps
        {
            MaxAzs = 2,
            NatGateways = 0,
            RestrictDefaultSecurityGroup = false,
            SubnetConfiguration = [new SubnetConfiguration { Name = "isolated", SubnetType = SubnetType.PRIVATE_ISOLATED }],
        });
        vpc.AddGatewayEndpoint("S3", new GatewayVpcEndpointOptions { Service = GatewayVpcEndpointAwsService.S3 });

        var job = new BatchInferenceJob(this, "Translations", new BatchInferenceJobProps
        {
            Model = BatchInferenceModel.FromInferenceProfile("us.anthropic.claude-3-haiku-20240307-v1:0", "us-east-1", "us-west-2"),
            Input = BatchInferenceInput.FromBucket(bucket, "incoming/"),
            Output = BatchInferenceOutput.ToBucket(bucket, "translated", key),
            Vpc = vpc,
            SecurityGroups = [new SecurityGroup(this, "JobTraffic", new SecurityGroupProps { Vpc = vpc })],
            Timeout = Duration.Hours(48),
            Tags = new Dictionary<string, string> { ["confidentiality"] = "high" },
        });
        job.OnFailed("Failed");

        _ = new CfnOutput(this, "ResultsUri", new CfnOutputProps { Value = job.OutputS3Uri });
    }
}
