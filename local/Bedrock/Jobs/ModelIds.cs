using BatchResource.Local.Ground;
using BatchResource.Local.Ground.RestJson;

namespace BatchResource.Local.Bedrock.Jobs;

/// <summary>Turns what Create accepts as a model into the ARN that Get returns.</summary>
internal static class ModelIds
{
    /// <summary>What ids of cross-Region inference profiles begin with.</summary>
    private static readonly HashSet<string> Geographies =
        new(["us", "us-gov", "eu", "apac", "jp", "au", "ca", "sa", "global"], StringComparer.Ordinal);

    /// <summary>The ARN of the model or profile.</summary>
    /// <exception cref="ServiceException">The id is that of no kind of model.</exception>
    public static string ToArn(string modelId, Account account)
    {
        if (modelId.StartsWith("arn:", StringComparison.Ordinal))
            return modelId;
        var prefix = $"arn:{account.Partition}:bedrock:{account.Region}";
        if (Geographies.Contains(modelId.Split('.')[0]))
            return $"{prefix}:{account.AccountId}:inference-profile/{modelId}";
        if (modelId.Contains('.', StringComparison.Ordinal))
            return $"{prefix}::foundation-model/{modelId}";
        return IsApplicationProfile(modelId)
            ? $"{prefix}:{account.AccountId}:application-inference-profile/{modelId}"
            : throw ServiceException.Validation("The provided model identifier is invalid.");
    }

    private static bool IsApplicationProfile(string modelId) =>
        modelId.Length == 12 && modelId.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character));
}
