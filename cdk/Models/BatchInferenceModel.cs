using Amazon.CDK;
using Amazon.CDK.AWS.Bedrock;
using BatchResource.Cdk.Internal;
using BatchResource.Contract;

namespace BatchResource.Cdk;

/// <summary>
/// The model of a batch inference job, with the permissions that using it takes. Which models can do batch inference, and where, is in
/// <see href="https://docs.aws.amazon.com/bedrock/latest/userguide/batch-inference-supported.html">Supported Regions and models</see>.
/// </summary>
public sealed class BatchInferenceModel
{
    private readonly Func<Arns, BoundModel> bind;

    private BatchInferenceModel(Func<Arns, BoundModel> bind) => this.bind = bind;

    /// <summary>A foundation model as the CDK knows it.</summary>
    /// <param name="model">A foundation model. Provisioned throughput cannot be used for batch inference.</param>
    public static BatchInferenceModel FromFoundationModel(IModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return new(arns => ModelBinding.OfCdk(model.ModelArn, arns));
    }

    /// <summary>A foundation model by one of the CDK's identifiers.</summary>
    /// <param name="identifier">Such as <c>FoundationModelIdentifier.ANTHROPIC_CLAUDE_3_HAIKU_20240307_V1_0</c>.</param>
    public static BatchInferenceModel FromFoundationModel(FoundationModelIdentifier identifier)
    {
        ArgumentNullException.ThrowIfNull(identifier);
        return FromFoundationModel(identifier.ModelId);
    }

    /// <summary>A foundation model by its id.</summary>
    /// <param name="modelId">Such as <c>amazon.nova-micro-v1:0</c>.</param>
    public static BatchInferenceModel FromFoundationModel(string modelId)
    {
        ArgumentNullException.ThrowIfNull(modelId);
        return new(arns => ModelBinding.Of(modelId, ModelKind.FoundationModel, arns));
    }

    /// <summary>A cross-Region inference profile by its id.</summary>
    /// <param name="inferenceProfileId">Such as <c>us.anthropic.claude-3-haiku-20240307-v1:0</c>.</param>
    /// <param name="routedRegions">
    /// The Regions that the profile routes to, for a policy that names only them. Default: every Region that profiles of its geography
    /// are known to route to, and the stack's own; for a geography that this library does not know, every Region.
    /// </param>
    public static BatchInferenceModel FromInferenceProfile(string inferenceProfileId, params string[] routedRegions)
    {
        ArgumentNullException.ThrowIfNull(inferenceProfileId);
        return new(arns => ModelBinding.Of(inferenceProfileId, ModelKind.InferenceProfile, arns, routedRegions));
    }

    /// <summary>A cross-Region inference profile by its geography and foundation model.</summary>
    /// <param name="geography">Where it routes to.</param>
    /// <param name="identifier">The foundation model.</param>
    public static BatchInferenceModel FromInferenceProfile(InferenceProfileGeography geography, FoundationModelIdentifier identifier)
    {
        ArgumentNullException.ThrowIfNull(geography);
        ArgumentNullException.ThrowIfNull(identifier);
        return FromInferenceProfile($"{geography.Prefix}.{identifier.ModelId}");
    }

    /// <summary>An application inference profile, which an account makes to track the cost of a model's use.</summary>
    /// <param name="inferenceProfileArn">The profile's ARN.</param>
    /// <param name="copiedFrom">The foundation model or cross-Region profile that it was made from; using it takes its permissions
    /// too.</param>
    public static BatchInferenceModel FromApplicationInferenceProfile(string inferenceProfileArn, BatchInferenceModel copiedFrom)
    {
        ArgumentNullException.ThrowIfNull(inferenceProfileArn);
        ArgumentNullException.ThrowIfNull(copiedFrom);
        return new(arns =>
        {
            var profile = ModelBinding.Of(inferenceProfileArn, ModelKind.ApplicationInferenceProfile, arns);
            var source = copiedFrom.bind(arns);
            return profile with
            {
                Resources = [.. profile.Resources, .. source.Resources],
                FoundationModelId = source.FoundationModelId,
                Problems = [.. profile.Problems, .. source.Problems],
            };
        });
    }

    /// <summary>A custom model, fine-tuned or imported by the account.</summary>
    /// <param name="customModelArn">The model's ARN.</param>
    public static BatchInferenceModel FromCustomModel(string customModelArn)
    {
        ArgumentNullException.ThrowIfNull(customModelArn);
        return new(arns => ModelBinding.Of(customModelArn, ModelKind.CustomModel, arns));
    }

    /// <summary>
    /// A model by whatever id or ARN the API takes. The permissions follow from its form; where it shows none (a CloudFormation
    /// parameter, an application profile without its model) they are those of every model, so prefer the other methods.
    /// </summary>
    /// <param name="modelId">The id or ARN of a model or inference profile.</param>
    public static BatchInferenceModel FromId(string modelId)
    {
        ArgumentNullException.ThrowIfNull(modelId);
        return new(arns => ModelBinding.OfAnyKind(modelId, arns));
    }

    internal BoundModel Bind(Stack stack) => bind(Arns.Of(stack));
}
