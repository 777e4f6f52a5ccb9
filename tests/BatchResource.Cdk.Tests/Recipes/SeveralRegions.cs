using Amazon.CDK;
using Amazon.CDK.AWS.S3;
using BatchResource.Cdk;
using Constructs;
using Environment = Amazon.CDK.Environment;

namespace Recipes;

internal static class SeveralRegions
{
    public static Stack[] In(App app, string account, params string[] regions) =>
        [.. regions.Select(region => new RegionalJob(app, $"Summaries-{region}", new StackProps
        {
            Env = new Environment { Account = account, Region = region },
        }))];

    private sealed class RegionalJob : Stack
    {
        public RegionalJob(Construct scope, string id, IStackProps props)
            : base(scope, id, props)
        {
            // Buckets and job are in the same Region: Bedrock requires it.
            _ = new BatchInferenceJob(this, "Summaries", new BatchInferenceJobProps
            {
                Model = BatchInferenceModel.FromFoundationModel("amazon.nova-micro-v1:0"),
                Input = BatchInferenceInput.FromBucket(Bucket.FromBucketName(this, "Records", $"records-{Region}"), "in/"),
                Output = BatchInferenceOutput.ToBucket(new Bucket(this, "Results", new BucketProps { EnforceSSL = true }), "summaries"),
            });
        }
    }
}
