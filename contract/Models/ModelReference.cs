namespace BatchResource.Contract;

/// <summary>Reads the ids and ARNs of models. The construct uses it for permissions, the local AWS for ARNs.</summary>
/// <param name="Text">The text that was given.</param>
/// <param name="Kind">The kind of model.</param>
/// <param name="Id">The id, without the beginning of an ARN.</param>
/// <param name="FoundationModelId">
/// The foundation model: the model itself, the one behind the profile, or the one below the custom model. Null if it is not known.
/// </param>
internal sealed record ModelReference(string Text, ModelKind Kind, string Id, string? FoundationModelId)
{
    public const string FoundationModel = "foundation-model";
    public const string CustomModel = "custom-model";
    public const string InferenceProfile = "inference-profile";
    public const string ApplicationInferenceProfile = "application-inference-profile";

    private const int ApplicationProfileIdLength = 12;

    public bool IsArn => IsArnText(Text);

    /// <summary>The geography of a cross-Region profile. Null for other kinds, and for an unknown geography.</summary>
    public Geography? Geography => Kind == ModelKind.InferenceProfile ? Geography.Of(BeforeDot(Id)) : null;

    /// <summary>Reads an id or ARN. A text that it does not understand is <see cref="ModelKind.Unknown"/>.</summary>
    public static ModelReference Parse(string text) => IsArnText(text) ? OfArn(text) : OfId(text, text);

    private static ModelReference OfArn(string arn)
    {
        // arn:partition:bedrock:region:account:type/id
        var parts = arn.Split(':', 6);
        var slash = parts[^1].IndexOf('/', StringComparison.Ordinal);
        if (parts.Length < 6 || parts[2] != "bedrock" || slash < 0)
        {
            return new ModelReference(arn, ModelKind.Other, arn, null);
        }

        var (type, id) = (parts[5][..slash], parts[5][(slash + 1)..]);
        return type switch
        {
            FoundationModel => new ModelReference(arn, ModelKind.FoundationModel, id, id),
            InferenceProfile => new ModelReference(arn, ModelKind.InferenceProfile, id, BehindProfile(id)),
            ApplicationInferenceProfile => new ModelReference(arn, ModelKind.ApplicationInferenceProfile, id, null),
            CustomModel => new ModelReference(arn, ModelKind.CustomModel, id[(id.LastIndexOf('/') + 1)..], Base(id)),
            _ => new ModelReference(arn, ModelKind.Other, id, null),
        };
    }

    private static ModelReference OfId(string text, string id)
    {
        if (!id.Contains('.', StringComparison.Ordinal))
        {
            var kind = IsApplicationProfileId(id) ? ModelKind.ApplicationInferenceProfile : ModelKind.Unknown;
            return new ModelReference(text, kind, id, null);
        }

        return IsProfileId(id)
            ? new ModelReference(text, ModelKind.InferenceProfile, id, BehindProfile(id))
            : new ModelReference(text, ModelKind.FoundationModel, id, id);
    }

    // In "geography.vendor.model", either the geography or the vendor is known: AWS adds geographies, and it adds vendors.
    private static bool IsProfileId(string id)
    {
        var first = BeforeDot(id);
        return Geography.Of(first) is not null
            || (!ModelVendors.Contains(first) && BehindProfile(id) is { } rest && ModelVendors.Contains(BeforeDot(rest)));
    }

    private static bool IsApplicationProfileId(string id)
    {
        foreach (var character in id)
        {
            if (!char.IsAsciiLetterLower(character) && !char.IsAsciiDigit(character))
            {
                return false;
            }
        }

        return id.Length == ApplicationProfileIdLength;
    }

    private static string? BehindProfile(string id) =>
        id.IndexOf('.', StringComparison.Ordinal) is >= 0 and var dot && id.IndexOf('.', dot + 1) >= 0 ? id[(dot + 1)..] : null;

    private static string? Base(string customModel) => customModel.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash
        ? customModel[..slash]
        : null;

    private static string BeforeDot(string id) => id.IndexOf('.', StringComparison.Ordinal) is >= 0 and var dot ? id[..dot] : id;

    private static bool IsArnText(string text) => text.StartsWith("arn:", StringComparison.Ordinal);
}
