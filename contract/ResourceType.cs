namespace BatchResource.Contract;

/// <summary>The CloudFormation resource types that the provider handles.</summary>
internal static class ResourceType
{
    /// <summary><c>Custom::BedrockBatchInferenceJob</c>.</summary>
    public const string BatchInferenceJob = "Custom::BedrockBatchInferenceJob";

    /// <summary>
    /// <c>Custom::BedrockBatchInferenceJobCompletion</c>: the end of a job. Its properties are those of
    /// <see cref="CompletionPropertyNames"/>, and its attributes those of <see cref="CompletionAttributeNames"/>. With a wait handle, it
    /// comes before a wait condition and succeeds at once. If the job ended before the rule that watches it existed, it signals the handle.
    /// Without a handle, it comes after the condition. It fails if the job has not ended, because then the condition waited for another
    /// job. A Delete does nothing.
    /// </summary>
    public const string Completion = "Custom::BedrockBatchInferenceJobCompletion";
}
