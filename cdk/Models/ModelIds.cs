namespace BatchResource.Cdk.Internal;

/// <summary>What a model's id or ARN says of the permissions that it needs.</summary>
internal static class ModelIds
{
    public const string FoundationModel = "foundation-model";
    public const string CustomModel = "custom-model";
    public const string InferenceProfile = "inference-profile";
    public const string ApplicationInferenceProfile = "application-inference-profile";

    public static BoundModel FromArn(string arn, string kind, Arns arns) => new(arn, [arns.Given(kind, arn)], IdIn(arn));

    public static BoundModel FromInferenceProfile(string idOrArn, IReadOnlyList<string> routedRegions, Arns arns)
    {
        var id = IdIn(idOrArn);
        var profile = IsArn(idOrArn) ? arns.Given(InferenceProfile, idOrArn) : arns.AccountModel(InferenceProfile, id);
        return new BoundModel(idOrArn, [profile, .. ModelsBehind(id, routedRegions, arns)], id);
    }

    public static BoundModel FromAnyId(string modelId, Arns arns) => KindOf(modelId) switch
    {
        FoundationModel when IsArn(modelId) => FromArn(modelId, FoundationModel, arns),
        FoundationModel => new BoundModel(modelId, [arns.FoundationModel(modelId)], modelId),
        CustomModel => FromArn(modelId, CustomModel, arns),
        InferenceProfile => FromInferenceProfile(modelId, [], arns),
        ApplicationInferenceProfile => new BoundModel(
            modelId, [arns.Given(ApplicationInferenceProfile, modelId), arns.FoundationModel("*", "*")], IdIn(modelId)),
        _ => new BoundModel(modelId, [.. EveryModel(arns)], modelId),
    };

    private static string? KindOf(string modelId)
    {
        if (Tokens.IsIn(modelId))
        {
            return null;
        }

        if (!IsArn(modelId))
        {
            return InferenceProfileGeography.Of(modelId) is not null ? InferenceProfile
                : modelId.Contains('.', StringComparison.Ordinal) ? FoundationModel
                : null;
        }

        var type = modelId.Split(':', 6)[^1];
        return type.Split('/')[0] is var kind and (FoundationModel or CustomModel or InferenceProfile or ApplicationInferenceProfile)
            ? kind
            : null;
    }

    private static IEnumerable<ModelResource> ModelsBehind(string profileId, IReadOnlyList<string> routedRegions, Arns arns)
    {
        var geography = InferenceProfileGeography.Of(profileId);
        var modelId = geography is null ? "*" : profileId[(geography.Prefix.Length + 1)..];
        if (routedRegions.Count > 0)
        {
            return routedRegions.Select(region => arns.FoundationModel(modelId, region));
        }

        // A profile also routes within the Region that it is called in, which may lie outside of its geography.
        return geography is null ? [arns.FoundationModel(modelId, "*")]
            : geography == InferenceProfileGeography.Global ? [arns.FoundationModel(modelId, geography.Regions)]
            : [arns.FoundationModel(modelId, geography.Regions), arns.FoundationModel(modelId)];
    }

    private static IEnumerable<ModelResource> EveryModel(Arns arns) =>
    [
        arns.FoundationModel("*", "*"),
        arns.AccountModel(InferenceProfile, "*"),
        arns.AccountModel(ApplicationInferenceProfile, "*"),
        arns.AccountModel(CustomModel, "*"),
    ];

    private static bool IsArn(string modelId) => modelId.StartsWith("arn:", StringComparison.Ordinal);

    private static string IdIn(string idOrArn) => idOrArn[(idOrArn.LastIndexOf('/') + 1)..];
}
