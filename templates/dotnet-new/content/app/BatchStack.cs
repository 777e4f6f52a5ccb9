using Amazon.CDK;
using Amazon.CDK.AWS.S3;
using BatchResource.Cdk;
using Constructs;

namespace BatchApp;

/// <summary>Runs a batch inference job over the records in a file.</summary>
public sealed class BatchStack : Stack
{
    /// <summary>Declares the bucket of the results, and the job.</summary>
    public BatchStack(Construct scope, string id, IStackProps? props = null)
        : base(scope, id, props)
    {
        // You paid for the results. So the bucket stays when the stack is deleted.
        var results = new Bucket(this, "Results", new BucketProps
        {
            BlockPublicAccess = BlockPublicAccess.BLOCK_ALL,
            EnforceSSL = true,
        });

        var job = new BatchInferenceJob(this, "Reviews", new BatchInferenceJobProps
        {
            Model = BatchInferenceModel.FromFoundationModel("amazon.nova-micro-v1:0"),
            Input = BatchInferenceInput.FromAsset(Path.Combine(AppContext.BaseDirectory, "records", "reviews.jsonl")),
            Output = BatchInferenceOutput.ToBucket(results, "reviews"),
        });

        _ = new CfnOutput(this, "JobArn", new CfnOutputProps { Value = job.JobArn });
        _ = new CfnOutput(this, "ResultsUri", new CfnOutputProps { Value = job.OutputS3Uri });
    }
}
