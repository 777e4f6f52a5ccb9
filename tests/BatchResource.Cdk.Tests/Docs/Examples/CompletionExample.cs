using Amazon.CDK;
using Amazon.CDK.AWS.S3;
using Amazon.CDK.AWS.SSM;
using BatchResource.Cdk;
using Constructs;

namespace Examples;

internal sealed class CompletionExample : Stack
{
    public CompletionExample(Construct scope, string id)
        : base(scope, id)
    {
        var job = new BatchInferenceJob(this, "Summaries", new BatchInferenceJobProps
        {
            Model = BatchInferenceModel.FromFoundationModel("amazon.nova-micro-v1:0"),
            Input = BatchInferenceInput.FromAsset("prompts.jsonl"),
            Output = BatchInferenceOutput.ToBucket(new Bucket(this, "Results", new BucketProps { EnforceSSL = true }), "summaries"),
        });
        var completion = job.WaitForCompletion(Duration.Hours(12), new WaitForCompletionOptions
        {
            MinimumSuccessRecords = RecordThreshold.Percent(95),
        });
        var published = new StringParameter(this, "Published", new StringParameterProps { StringValue = job.OutputS3Uri });
        published.Node.AddDependency(completion);
    }
}
