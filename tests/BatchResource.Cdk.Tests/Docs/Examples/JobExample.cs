using Amazon.CDK;
using Amazon.CDK.AWS.S3;
using BatchResource.Cdk;
using Constructs;

namespace Examples;

internal sealed class JobExample : Stack
{
    public JobExample(Construct scope, string id)
        : base(scope, id)
    {
        var results = new Bucket(this, "Results", new BucketProps { EnforceSSL = true });
        var job = new BatchInferenceJob(this, "Summaries", new BatchInferenceJobProps
        {
            Model = BatchInferenceModel.FromFoundationModel("amazon.nova-micro-v1:0"),
            Input = BatchInferenceInput.FromAsset("prompts.jsonl"),
            Output = BatchInferenceOutput.ToBucket(results, "summaries"),
            Timeout = Duration.Hours(48),
            Revision = "1",
        });
        _ = new CfnOutput(this, "JobArn", new CfnOutputProps { Value = job.JobArn });
    }
}
