using Amazon.CDK;
using Amazon.CDK.AWS.S3;
using BatchResource.Cdk;
using Constructs;

namespace Recipes;

internal sealed class ChainedJobs : Stack
{
    private static readonly string[] Parts = ["in/prompts.jsonl", "in/more.jsonl", "in/others.jsonl", "in/rest.jsonl"];

    public ChainedJobs(Construct scope, string id, int quota, IStackProps? props = null)
        : base(scope, id, props)
    {
        var records = Bucket.FromBucketName(this, "Records", "records");
        var results = new Bucket(this, "Results", new BucketProps { EnforceSSL = true });

        // As many chains as jobs may run at once: part 2 waits for part 0, part 3 for part 1, and so on.
        var last = new BatchInferenceJobCompletion?[quota];
        for (var part = 0; part < Parts.Length; part++)
        {
            var job = new BatchInferenceJob(this, $"Part{part}", new BatchInferenceJobProps
            {
                Model = BatchInferenceModel.FromFoundationModel("amazon.nova-micro-v1:0"),
                Input = BatchInferenceInput.FromBucket(records, Parts[part]),
                Output = BatchInferenceOutput.ToBucket(results, "parts"),
            });
            if (last[part % quota] is { } before)
            {
                job.Node.AddDependency(before);
            }

            last[part % quota] = job.WaitForCompletion(Duration.Hours(12));
        }
    }
}
