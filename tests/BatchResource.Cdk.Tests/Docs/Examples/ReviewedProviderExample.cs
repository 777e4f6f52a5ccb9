using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.Logs;
using Amazon.CDK.AWS.S3;
using BatchResource.Cdk;
using Constructs;

namespace Examples;

internal sealed class ReviewedProviderExample : Stack
{
    public ReviewedProviderExample(Construct scope, string id)
        : base(scope, id)
    {
        var provider = new BatchInferenceProvider(this, "Provider", new BatchInferenceProviderProps
        {
            EncryptionKey = new Key(this, "Key", new KeyProps { EnableKeyRotation = true }),
            LogRetention = RetentionDays.ONE_YEAR,
            LogRemovalPolicy = RemovalPolicy.RETAIN,
            ReservedConcurrentExecutions = 10,
        });

        // X-Ray has no property of its own.
        ((CfnFunction)provider.Function.Node.DefaultChild!).AddPropertyOverride("TracingConfig.Mode", "Active");
        provider.Role.AddToPrincipalPolicy(new PolicyStatement(new PolicyStatementProps
        {
            Actions = ["xray:PutTraceSegments", "xray:PutTelemetryRecords"],
            Resources = ["*"],
        }));

        Validations.Of(this).Acknowledge(new Acknowledgment
        {
            Id = "AwsSolutions-IAM5[Resource::*]",
            Reason = "ListModelInvocationJobs and X-Ray have no resource to name",
        });

        _ = new BatchInferenceJob(this, "Summaries", new BatchInferenceJobProps
        {
            Model = BatchInferenceModel.FromFoundationModel("amazon.nova-micro-v1:0"),
            Input = BatchInferenceInput.FromBucket(Bucket.FromBucketName(this, "Records", "records"), "in/prompts.jsonl"),
            Output = BatchInferenceOutput.ToBucket(new Bucket(this, "Results", new BucketProps { EnforceSSL = true }), "summaries"),
            Provider = provider,
        });
    }
}
