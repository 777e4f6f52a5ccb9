using Amazon.CDK;
using Amazon.CDK.AWS.S3;
using BatchResource.Cdk;
using Constructs;

namespace Recipes;

internal sealed class KeptJob : Stack
{
    public KeptJob(Construct scope, string id, IStackProps? props = null)
        : base(scope, id, props)
    {
        _ = new BatchInferenceJob(this, "Embeddings", new BatchInferenceJobProps
        {
            Model = BatchInferenceModel.FromFoundationModel("amazon.nova-micro-v1:0"),
            Input = BatchInferenceInput.FromBucket(Bucket.FromBucketName(this, "Records", "records"), "in/prompts.jsonl"),
            Output = BatchInferenceOutput.ToBucket(new Bucket(this, "Results", new BucketProps { EnforceSSL = true }), "embeddings"),
            RemovalPolicy = RemovalPolicy.RETAIN,
        });
    }
}
