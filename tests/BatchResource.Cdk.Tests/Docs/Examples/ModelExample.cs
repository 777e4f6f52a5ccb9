using Amazon.CDK;
using Amazon.CDK.AWS.Bedrock;
using BatchResource.Cdk;
using Constructs;

namespace Examples;

internal sealed class ModelExample : Stack
{
    public ModelExample(Construct scope, string id)
        : base(scope, id)
    {
        // A foundation model of the job's Region:
        var nova = BatchInferenceModel.FromFoundationModel("amazon.nova-micro-v1:0");

        // The same model in all Regions of a geography, through an inference profile:
        var europe = BatchInferenceModel.FromInferenceProfile(
            InferenceProfileGeography.EU, FoundationModelIdentifier.ANTHROPIC_CLAUDE_3_HAIKU_20240307_V1_0);
    }
}
