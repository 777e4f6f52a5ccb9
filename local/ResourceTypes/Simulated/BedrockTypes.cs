using System.Security.Cryptography;

namespace BatchResource.Local.ResourceTypes.Simulated;

/// <summary>The part of Amazon Bedrock that CloudFormation itself can create.</summary>
internal static class BedrockTypes
{
    public static IEnumerable<SimulatedType> All() =>
    [
        new("AWS::Bedrock::ApplicationInferenceProfile")
        {
            PhysicalId = resource => resource.Arn(
                "bedrock", $"application-inference-profile/{RandomNumberGenerator.GetHexString(12, lowercase: true)}"),
            ReplacedBy = ["InferenceProfileName", "ModelSource", "Description"],
            Attributes = new()
            {
                ["InferenceProfileArn"] = resource => resource.PhysicalId,
                ["InferenceProfileId"] = resource => resource.PhysicalId.Split('/')[^1],
                ["InferenceProfileIdentifier"] = resource => resource.PhysicalId,
                ["Status"] = _ => "ACTIVE",
                ["Type"] = _ => "APPLICATION",
            },
        },
    ];
}
