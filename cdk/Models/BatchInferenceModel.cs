using Amazon.CDK;
using Amazon.CDK.AWS.Bedrock;
using BatchResource.Cdk.Internal;
using BatchResource.Contract;

namespace BatchResource.Cdk;

/// <summary>
/// The model of a batch inference job. It also says which permissions the job needs.
/// <see href="https://docs.aws.amazon.com/bedrock/latest/userguide/batch-inference-supported.html">Supported Regions and models</see> lists
/// the models that can do batch inference, and where.
/// </summary>
public sealed class BatchInferenceModel
{
    private readonly Func<Arns, BoundModel> bind;

    private BatchInferenceModel(Func<Arns, BoundModel> bind) => this.bind = bind;

    /// <summary>A foundation model, given as an <c>IModel</c> of the CDK.</summary>
    /// <param name="model">A foundation model. Batch inference cannot use provisioned throughput.</param>
    public static BatchInferenceModel FromFoundationModel(IModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return new(arns => ModelBinding.OfCdk(model.ModelArn, arns));
    }

    /// <summary>A foundation model, given as an identifier of the CDK.</summary>
    /// <param name="identifier">For example <c>FoundationModelIdentifier.ANTHROPIC_CLAUDE_3_HAIKU_20240307_V1_0</c>.</param>
    public static BatchInferenceModel FromFoundationModel(FoundationModelIdentifier identifier)
    {
        ArgumentNullException.ThrowIfNull(identifier);
        return FromFoundationModel(identifier.ModelId);
    }

    /// <summary>A foundation model, given by its id.</summary>
    /// <param name="modelId">For example <c>amazon.nova-micro-v1:0</c>.</param>
    public static BatchInferenceModel FromFoundationModel(string modelId)
    {
        ArgumentNullException.ThrowIfNull(modelId);
        return new(arns => ModelBinding.Of(modelId, ModelKind.FoundationModel, arns));
    }

    /// <summary>A cross-Region inference profile, given by its id.</summary>
    /// <param name="inferenceProfileId">For example <c>us.anthropic.claude-3-haiku-20240307-v1:0</c>.</param>
    /// <param name="routedRegions">
    /// The Regions that the profile routes to. The job's policy then names only these. Default: the stack's Region and every Region that
    /// profiles of this geography are known to route to. If this library does not know the geography: every Region.
    /// </param>
    public static BatchInferenceModel FromInferenceProfile(string inferenceProfileId, params string[] routedRegions)
    {
        ArgumentNullException.ThrowIfNull(inferenceProfileId);
        return new(arns => ModelBinding.Of(inferenceProfileId, ModelKind.InferenceProfile, arns, routedRegions));
    }

    /// <summary>A cross-Region inference profile, given by its geography and foundation model.</summary>
    /// <param name="geography">The geography that the profile routes to.</param>
    /// <param name="identifier">The foundation model.</param>
    public static BatchInferenceModel FromInferenceProfile(InferenceProfileGeography geography, FoundationModelIdentifier identifier)
    {
        ArgumentNullException.ThrowIfNull(geography);
        ArgumentNullException.ThrowIfNull(identifier);
        return FromInferenceProfile($"{geography.Prefix}.{identifier.ModelId}");
    }

    /// <summary>An application inference profile, which an account creates to track the cost of a model.</summary>
    /// <param name="inferenceProfileArn">The profile's ARN.</param>
    /// <param name="copiedFrom">
    /// The foundation model or cross-Region profile that it was made from. The job needs its permissions too.
    /// </param>
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

    /// <summary>A custom model, which the account has fine-tuned or imported.</summary>
    /// <param name="customModelArn">The model's ARN.</param>
    public static BatchInferenceModel FromCustomModel(string customModelArn)
    {
        ArgumentNullException.ThrowIfNull(customModelArn);
        return new(arns => ModelBinding.Of(customModelArn, ModelKind.CustomModel, arns));
    }

    /// <summary>
    /// Any model, given by an id or ARN that the API accepts. The form of the id decides the permissions. A CloudFormation parameter, or an
    /// application profile alone, does not show its model. Then the job may use every model. So prefer the other methods.
    /// </summary>
    /// <param name="modelId">The id or ARN of a model or inference profile.</param>
    public static BatchInferenceModel FromId(string modelId)
    {
        ArgumentNullException.ThrowIfNull(modelId);
        return new(arns => ModelBinding.OfAnyKind(modelId, arns));
    }

    internal BoundModel Bind(Stack stack) => bind(Arns.Of(stack));
}
