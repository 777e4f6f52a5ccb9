namespace BatchResource.Contract;

/// <summary>The CloudFormation resource types that the provider answers for.</summary>
internal static class ResourceType
{
    /// <summary><c>Custom::BedrockBatchInferenceJob</c>.</summary>
    public const string BatchInferenceJob = "Custom::BedrockBatchInferenceJob";

    /// <summary>
    /// <c>Custom::BedrockBatchInferenceJobCompletion</c>: the end of a job. Its properties are those of
    /// <see cref="CompletionPropertyNames"/>, its attributes those of <see cref="CompletionAttributeNames"/>. With a wait handle it stands
    /// before a wait condition and succeeds at once: if the job has ended already, before the rule that watches it was there, it signals
    /// the handle. Without one it stands behind the condition and fails if the job has not ended, which means that the condition was
    /// another job's. On deletion there is nothing to do.
    /// </summary>
    public const string Completion = "Custom::BedrockBatchInferenceJobCompletion";
}
