namespace BatchResource.Cdk;

/// <summary>
/// One record of a batch inference job, as
/// <see href="https://docs.aws.amazon.com/bedrock/latest/userguide/batch-inference-data.html">Format and upload your data</see> has it.
/// </summary>
/// <param name="ModelInput">
/// The request body, in the form that <see cref="BatchInferenceJobProps.InvocationType"/> says: a <c>JsonObject</c>, a dictionary, or an
/// object whose members are named as in JSON. It is written with <c>System.Text.Json</c>, at most 25,000,000 bytes.
/// </param>
/// <param name="RecordId">The id that the result repeats, unique in the job. Default: Bedrock makes one.</param>
public sealed record BatchInferenceRecord(object ModelInput, string? RecordId = null);
