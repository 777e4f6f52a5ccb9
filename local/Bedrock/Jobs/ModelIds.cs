using BatchResource.Contract;
using BatchResource.Local.Ground;
using BatchResource.Local.Ground.RestJson;

namespace BatchResource.Local.Bedrock.Jobs;

/// <summary>Turns what Create accepts as a model into the ARN that Get returns.</summary>
internal static class ModelIds
{
    /// <summary>The ARN of the model or profile.</summary>
    /// <exception cref="ServiceException">The id is that of no kind of model.</exception>
    public static string ToArn(string modelId, Account account)
    {
        var model = ModelReference.Parse(modelId);
        if (model.IsArn)
            return modelId;
        var prefix = $"arn:{account.Partition}:bedrock:{account.Region}";
        return model.Kind switch
        {
            ModelKind.InferenceProfile => $"{prefix}:{account.AccountId}:{ModelReference.InferenceProfile}/{modelId}",
            ModelKind.FoundationModel => $"{prefix}::{ModelReference.FoundationModel}/{modelId}",
            ModelKind.ApplicationInferenceProfile =>
                $"{prefix}:{account.AccountId}:{ModelReference.ApplicationInferenceProfile}/{modelId}",
            _ => throw ServiceException.Validation("The provided model identifier is invalid."),
        };
    }
}
