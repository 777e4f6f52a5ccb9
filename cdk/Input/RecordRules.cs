using BatchResource.Contract;

namespace BatchResource.Cdk.Internal;

/// <summary>What the records of one job are held to.</summary>
/// <param name="FoundationModelId">The model, or null when it is not known.</param>
/// <param name="InvocationType">The form that the job's props say.</param>
/// <param name="SkipsModelInput">Whether nobody looks into <c>modelInput</c>.</param>
internal sealed record RecordRules(string? FoundationModelId, ModelInvocationType? InvocationType, bool SkipsModelInput)
{
    /// <summary>The form of <c>modelInput</c>, or null where nothing is asked of it.</summary>
    public ModelFamily? Family { get; } = SkipsModelInput
        ? null
        : ModelFamilies.Of(FoundationModelId, InvocationType == ModelInvocationType.Converse);

    /// <summary>The quotas by the table.</summary>
    public BatchQuotas Quotas { get; } = BatchQuotas.Of(FoundationModelId);
}
