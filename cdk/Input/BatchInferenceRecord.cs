namespace BatchResource.Cdk;

/// <summary>
/// One record of a batch inference job. Mirrors the format in
/// <see href="https://docs.aws.amazon.com/bedrock/latest/userguide/batch-inference-data.html">Format and upload your data</see>.
/// </summary>
/// <param name="ModelInput">
/// The request body, in the form that <see cref="BatchInferenceJobProps.InvocationType"/> says. It is a <c>JsonObject</c>, a dictionary, or
/// an object whose members have the same names as in JSON. <c>System.Text.Json</c> writes it. At most 25,000,000 bytes.
/// </param>
/// <param name="RecordId">The id that the result repeats. It must be unique in the job. Default: Bedrock generates one.</param>
public sealed record BatchInferenceRecord(object ModelInput, string? RecordId = null);
