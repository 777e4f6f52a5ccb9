using Amazon.CDK;
using Amazon.CDK.AWS.S3;
using BatchResource.Cdk;
using Constructs;

namespace NestedApp;

/// <summary>A nested stack with a job, whose revision stands in a file beside the app's cdk.json.</summary>
internal sealed class SummariesStack : NestedStack
{
    public SummariesStack(Construct scope, string id)
        : base(scope, id)
    {
        var results = new Bucket(this, "Results", new BucketProps { BlockPublicAccess = BlockPublicAccess.BLOCK_ALL, EnforceSSL = true });
        JobArn = new BatchInferenceJob(this, "Summaries", new BatchInferenceJobProps
        {
            Model = BatchInferenceModel.FromFoundationModel("amazon.nova-micro-v1:0"),
            Input = BatchInferenceInput.FromAsset(Path.Combine(AppContext.BaseDirectory, "support-tickets.jsonl")),
            Output = BatchInferenceOutput.ToBucket(results, "summaries"),
            Revision = File.ReadAllText("revision.txt").Trim(),
        }).JobArn;
    }

    /// <summary>The ARN of the job.</summary>
    public string JobArn { get; }
}
