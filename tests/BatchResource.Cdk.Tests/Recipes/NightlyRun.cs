using Amazon.CDK;
using Amazon.CDK.AWS.S3;
using BatchResource.Cdk;
using Constructs;

namespace Recipes;

internal sealed class NightlyRun : Stack
{
    public NightlyRun(Construct scope, string id, IStackProps? props = null)
        : base(scope, id, props)
    {
        var records = Bucket.FromBucketName(this, "Records", "records");
        var results = new Bucket(this, "Results", new BucketProps { EnforceSSL = true });

        // cdk deploy -c night=2026-11-25
        var night = (string?)Node.TryGetContext("night") ?? "first";
        _ = new BatchInferenceJob(this, "Night", new BatchInferenceJobProps
        {
            Model = BatchInferenceModel.FromFoundationModel("amazon.nova-micro-v1:0"),
            Input = BatchInferenceInput.FromBucket(records, "in/prompts.jsonl"),
            Output = BatchInferenceOutput.ToBucket(results, "nights"),
            Revision = night,
        });
    }
}
