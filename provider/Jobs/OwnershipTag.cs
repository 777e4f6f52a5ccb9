using BatchResource.Contract;

namespace BatchResource.Provider.Jobs;

/// <summary>
/// The tag that tells whose a job with an explicit name is (L5, L6a), and what its definition was: a name that the user chose holds no
/// hashes, and a job must never be stopped or adopted for its name alone.
/// </summary>
internal static class OwnershipTag
{
    public const string Key = ReservedTags.Prefix + "definition";

    public static IReadOnlyDictionary<string, string> AddTo(
        IReadOnlyDictionary<string, string> tags, JobOwner owner, JobIdentity identity)
    {
        // Bedrock would refuse one tag too many; the user's own come first.
        if (tags.Count >= Limits.Tags)
        {
            return tags;
        }

        return new Dictionary<string, string>(tags, StringComparer.Ordinal) { [Key] = identity.ToTagValue(owner) };
    }

    /// <summary>What the tags tell of the job; null when they do not name this owner.</summary>
    public static JobIdentity? Read(IReadOnlyDictionary<string, string> tags, JobOwner owner) =>
        tags.TryGetValue(Key, out var value) ? JobIdentity.FromTagValue(value, owner) : null;
}
