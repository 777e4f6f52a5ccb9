using Amazon.CDK;
using Amazon.CDK.AWS.Logs;
using Amazon.CDK.AWS.S3;
using BatchResource.Cdk;
using Constructs;

namespace Examples;

internal sealed class ProviderExample : Stack
{
    public ProviderExample(Construct scope, string id)
        : base(scope, id)
    {
        var provider = new BatchInferenceProvider(this, "Provider", new BatchInferenceProviderProps
        {
            LogRetention = RetentionDays.ONE_MONTH,
        });
        _ = new BatchInferenceJob(this, "Summaries", new BatchInferenceJobProps
        {
            Model = BatchInferenceModel.FromFoundationModel("amazon.nova-micro-v1:0"),
            Input = BatchInferenceInput.FromAsset("prompts.jsonl"),
            Output = BatchInferenceOutput.ToBucket(new Bucket(this, "Results", new BucketProps { EnforceSSL = true }), "summaries"),
            Provider = provider,
        });
    }
}
