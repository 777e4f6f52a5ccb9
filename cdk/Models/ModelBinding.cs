using BatchResource.Contract;

namespace BatchResource.Cdk.Internal;

/// <summary>Reads a model's id or ARN, and finds the resources that the job needs permissions for.</summary>
internal static class ModelBinding
{
    /// <summary>
    /// A model that was given as one kind. If it is of another kind, that is a problem, and the message names the right method.
    /// </summary>
    public static BoundModel Of(string idOrArn, ModelKind wanted, Arns arns, params string[] routedRegions)
    {
        var model = ModelReference.Parse(idOrArn);
        return Bind(model, arns, routedRegions) with { Problems = [.. ModelProblems.In(model, wanted)] };
    }

    /// <summary>A model of the CDK, which knows its ARN.</summary>
    public static BoundModel OfCdk(string arn, Arns arns)
    {
        var model = ModelReference.Parse(arn);
        return new BoundModel(arn, [arns.Given(ModelReference.FoundationModel, arn)], model.Id)
        {
            FoundationModelId = model.FoundationModelId,
            Problems = model.Kind == ModelKind.FoundationModel ? [] : [.. ModelProblems.In(model, ModelKind.FoundationModel)],
        };
    }

    /// <summary>A model of any kind. If the id does not show which models are behind it, all models are allowed.</summary>
    public static BoundModel OfAnyKind(string idOrArn, Arns arns)
    {
        if (Tokens.IsIn(idOrArn))
        {
            return new BoundModel(idOrArn, [.. EveryModel(arns)], idOrArn);
        }

        var model = ModelReference.Parse(idOrArn);
        var bound = Bind(model, arns, []);
        return model.Kind == ModelKind.ApplicationInferenceProfile
            ? bound with { Resources = [.. bound.Resources, arns.FoundationModel("*", "*")] }
            : bound;
    }

    private static BoundModel Bind(ModelReference model, Arns arns, IReadOnlyList<string> routedRegions) =>
        new(model.Text, [.. Resources(model, arns, routedRegions)], model.Id) { FoundationModelId = model.FoundationModelId };

    private static IEnumerable<ModelResource> Resources(ModelReference model, Arns arns, IReadOnlyList<string> routedRegions) =>
        model.Kind switch
        {
            ModelKind.FoundationModel =>
                [model.IsArn ? arns.Given(ModelReference.FoundationModel, model.Text) : arns.FoundationModel(model.Id)],
            ModelKind.CustomModel => [arns.Given(ModelReference.CustomModel, model.Text)],
            ModelKind.InferenceProfile =>
            [
                model.IsArn
                    ? arns.Given(ModelReference.InferenceProfile, model.Text)
                    : arns.AccountModel(ModelReference.InferenceProfile, model.Id),
                .. RoutedRegions(model, arns, routedRegions).Select(region => arns.FoundationModel(model.FoundationModelId ?? "*", region)),
            ],
            ModelKind.ApplicationInferenceProfile =>
            [
                model.IsArn
                    ? arns.Given(ModelReference.ApplicationInferenceProfile, model.Text)
                    : arns.AccountModel(ModelReference.ApplicationInferenceProfile, model.Id),
            ],
            _ => EveryModel(arns),
        };

    /// <summary>
    /// The Regions in which the model behind a profile must be allowed. A profile also routes within the Region of the call, which may be
    /// outside of its geography. For a global profile, IAM also checks the model without a Region
    /// (<see href="https://docs.aws.amazon.com/bedrock/latest/userguide/global-cross-region-inference.html"/>).
    /// </summary>
    private static IEnumerable<string> RoutedRegions(ModelReference profile, Arns arns, IReadOnlyList<string> given)
    {
        const string NoRegion = "";
        var geography = profile.Geography;
        IEnumerable<string> regions = given.Count > 0 ? given
            : geography is null || geography == Geography.Global ? Geography.Global.Regions
            : [.. geography.Regions, arns.Region];
        return geography == Geography.Global ? [.. regions, NoRegion] : regions.Distinct(StringComparer.Ordinal);
    }

    private static IEnumerable<ModelResource> EveryModel(Arns arns) =>
    [
        arns.FoundationModel("*", "*"),
        arns.AccountModel(ModelReference.InferenceProfile, "*"),
        arns.AccountModel(ModelReference.ApplicationInferenceProfile, "*"),
        arns.AccountModel(ModelReference.CustomModel, "*"),
    ];
}
