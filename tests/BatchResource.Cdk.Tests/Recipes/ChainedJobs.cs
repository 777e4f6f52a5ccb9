using Amazon.CDK;
using Amazon.CDK.AWS.S3;
using BatchResource.Cdk;
using Constructs;

namespace Recipes;

internal sealed class ChainedJobs : Stack
{
    private static readonly string[] Parts = ["in/prompts.jsonl", "in/more.jsonl"];

    public ChainedJobs(Construct scope, string id, IStackProps? props = null)
        : base(scope, id, props)
    {
        var records = Bucket.FromBucketName(this, "Records", "records");
        var results = new Bucket(this, "Results");
        BatchInferenceJobCompletion? before = null;
        for (var part = 0; part < Parts.Length; part++)
        {
            var job = new BatchInferenceJob(this, $"Part{part}", new BatchInferenceJobProps
            {
                Model = BatchInferenceModel.FromFoundationModel("amazon.nova-micro-v1:0"),
                Input = BatchInferenceInput.FromBucket(records, Parts[part]),
                Output = BatchInferenceOutput.ToBucket(results, "parts"),
            });
            if (before is not null)
            {
                job.Node.AddDependency(before);
            }

            before = job.WaitForCompletion(Duration.Hours(12));
        }
    }
}
