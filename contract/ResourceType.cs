namespace BatchResource.Contract;

/// <summary>The CloudFormation resource types that the provider answers for.</summary>
public static class ResourceType
{
    /// <summary><c>Custom::BedrockBatchInferenceJob</c>.</summary>
    public const string BatchInferenceJob = "Custom::BedrockBatchInferenceJob";

    /// <summary>
    /// <c>Custom::BedrockBatchInferenceJobCompletion</c>: looks once whether a job has ended before the rule that watches it was there,
    /// and if so signals the wait condition. Its properties are those of <see cref="CompletionPropertyNames"/>. It has no attributes, and
    /// whatever becomes of it, nothing has to be done on deletion.
    /// </summary>
    public const string Completion = "Custom::BedrockBatchInferenceJobCompletion";
}
