namespace BatchResource.Contract;

/// <summary>The CloudFormation resource type that the provider answers for.</summary>
public static class ResourceType
{
    /// <summary><c>Custom::BedrockBatchInferenceJob</c>.</summary>
    public const string BatchInferenceJob = "Custom::BedrockBatchInferenceJob";
}
