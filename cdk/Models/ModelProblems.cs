using BatchResource.Contract;

namespace BatchResource.Cdk.Internal;

/// <summary>
/// Finds a model that was given to a method for another kind of model. Otherwise the mistake shows only in the account, after a minute of
/// retries, or never: a policy with a pattern that is too wide works.
/// </summary>
internal static class ModelProblems
{
    public static IEnumerable<string> In(ModelReference model, ModelKind wanted)
    {
        // A value that only CloudFormation knows may be right.
        if (Tokens.IsIn(model.Text) && (model.Kind != wanted || !model.IsArn))
        {
            yield break;
        }

        var allowed = Allowed(wanted);
        if (model.Kind != wanted)
        {
            yield return $"Model must be {allowed}, got {Described(model)}{Instead(model, wanted)}";
        }
        else if (MustBeArn(wanted) && !model.IsArn)
        {
            yield return $"Model must be {allowed}, because the policies need the ARN, got only the id \"{model.Text}\"";
        }
        else if (wanted == ModelKind.FoundationModel && model.IsArn && !Tokens.IsIn(model.Text))
        {
            yield return $"Model must be {allowed}, got the ARN \"{model.Text}\": "
                + $"use \"{model.Id}\", or {Method(nameof(BatchInferenceModel.FromId))}, which accepts any ARN";
        }
        else if (IsTwiceRouted(model))
        {
            yield return $"Model must be {allowed}, got \"{model.Text}\", which begins with two geographies";
        }
    }

    private static bool MustBeArn(ModelKind kind) => kind is ModelKind.ApplicationInferenceProfile or ModelKind.CustomModel;

    private static bool IsTwiceRouted(ModelReference model) => model.Kind == ModelKind.InferenceProfile
        && model.FoundationModelId is { } behind && ModelReference.Parse(behind).Kind == ModelKind.InferenceProfile;

    private static string Allowed(ModelKind kind) => kind switch
    {
        ModelKind.FoundationModel => "the id of a foundation model (amazon.nova-micro-v1:0)",
        ModelKind.InferenceProfile => "the id or ARN of a cross-Region inference profile (us.amazon.nova-micro-v1:0)",
        ModelKind.ApplicationInferenceProfile => "the ARN of an application inference profile "
            + "(arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/a1b2c3d4e5f6)",
        _ => "the ARN of a custom model (arn:aws:bedrock:us-east-1:123456789012:custom-model/amazon.nova-micro-v1:0:128k/a1b2c3d4e5f6)",
    };

    private static string Described(ModelReference model) => model.Kind switch
    {
        ModelKind.FoundationModel => $"the foundation model \"{model.Text}\"",
        ModelKind.InferenceProfile => $"the cross-Region inference profile \"{model.Text}\"",
        ModelKind.ApplicationInferenceProfile => $"the application inference profile \"{model.Text}\"",
        ModelKind.CustomModel => $"the custom model \"{model.Text}\"",
        ModelKind.Other => $"\"{model.Text}\", which cannot do batch inference",
        _ => $"\"{model.Text}\"",
    };

    private static string Instead(ModelReference model, ModelKind wanted) => model.Kind switch
    {
        ModelKind.FoundationModel when wanted == ModelKind.InferenceProfile && !model.IsArn =>
            $": use {Method(nameof(BatchInferenceModel.FromFoundationModel))}, or put a geography before it (us.{model.Text})",
        ModelKind.FoundationModel when model.IsArn => $": use {Method(nameof(BatchInferenceModel.FromId))}",
        ModelKind.FoundationModel => $": use {Method(nameof(BatchInferenceModel.FromFoundationModel))}",
        ModelKind.InferenceProfile => $": use {Method(nameof(BatchInferenceModel.FromInferenceProfile))}",
        ModelKind.ApplicationInferenceProfile => $": use {Method(nameof(BatchInferenceModel.FromApplicationInferenceProfile))}",
        ModelKind.CustomModel => $": use {Method(nameof(BatchInferenceModel.FromCustomModel))}",
        _ => string.Empty,
    };

    private static string Method(string name) => $"{nameof(BatchInferenceModel)}.{name}";
}
