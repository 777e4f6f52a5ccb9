using BatchResource.Contract;

namespace BatchResource.Cdk.Internal;

/// <summary>The rules for the records of one job.</summary>
/// <param name="FoundationModelId">The model, or null when it is not known.</param>
/// <param name="InvocationType">The form in the job's props.</param>
/// <param name="SkipsModelInput">Whether <c>modelInput</c> is not checked.</param>
internal sealed record RecordRules(string? FoundationModelId, ModelInvocationType? InvocationType, bool SkipsModelInput)
{
    /// <summary>The form of <c>modelInput</c>, or null if it is not checked.</summary>
    public ModelFamily? Family { get; } = SkipsModelInput
        ? null
        : ModelFamilies.Of(FoundationModelId, InvocationType == ModelInvocationType.Converse);

    /// <summary>The model's quotas in the table.</summary>
    public BatchQuotas Quotas { get; } = BatchQuotas.Of(FoundationModelId);
}
