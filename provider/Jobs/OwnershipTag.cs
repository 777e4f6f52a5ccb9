using BatchResource.Contract;

namespace BatchResource.Provider.Jobs;

/// <summary>
/// The tag that tells whose a job with an explicit name is, and what its definition was: a name that the user chose holds no hashes, and
/// a job must never be stopped or adopted for its name alone.
/// </summary>
internal static class OwnershipTag
{
    public const string Key = "batchresource:definition";

    public static IReadOnlyDictionary<string, string> AddTo(
        IReadOnlyDictionary<string, string> tags, JobOwner owner, DefinitionHash definition)
    {
        // Bedrock would refuse one tag too many; the user's own come first.
        if (tags.Count >= Limits.Tags)
        {
            return tags;
        }

        return new Dictionary<string, string>(tags, StringComparer.Ordinal) { [Key] = GeneratedJobName.OfOwner(owner) + definition };
    }

    /// <summary>The definition that the tags speak of, if they name this owner.</summary>
    public static DefinitionHash? DefinitionFor(JobOwner owner, IReadOnlyDictionary<string, string> tags)
    {
        var prefix = GeneratedJobName.OfOwner(owner);
        return tags.TryGetValue(Key, out var value) && value.StartsWith(prefix, StringComparison.Ordinal)
            ? new DefinitionHash(value[prefix.Length..])
            : null;
    }
}
