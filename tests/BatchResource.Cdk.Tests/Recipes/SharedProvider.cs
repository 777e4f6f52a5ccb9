using Amazon.CDK;
using Amazon.CDK.AWS.S3;
using BatchResource.Cdk;
using Constructs;

namespace Recipes;

internal sealed class SharedProvider : Stack
{
    public SharedProvider(Construct scope, string id, IStackProps? props = null)
        : base(scope, id, props)
    {
        var provider = new BatchInferenceProvider(this, "Provider", new BatchInferenceProviderProps { ReservedConcurrentExecutions = 5 });
        var records = Bucket.FromBucketName(this, "Records", "records");
        var results = new Bucket(this, "Results", new BucketProps { EnforceSSL = true });
        foreach (var topic in (string[])["news", "sports"])
        {
            _ = new BatchInferenceJob(this, topic, new BatchInferenceJobProps
            {
                Model = BatchInferenceModel.FromFoundationModel("amazon.nova-micro-v1:0"),
                Input = BatchInferenceInput.FromBucket(records, "in/prompts.jsonl"),
                Output = BatchInferenceOutput.ToBucket(results, topic),
                Provider = provider,
            });
        }
    }
}
