using BatchResource.Contract;

namespace BatchResource.Provider.Jobs;

/// <summary>
/// The tag that says who owns a job with an explicit name (L5, L6a), and what its definition was. A name that the user chose contains no
/// hashes, and a job must never be stopped or adopted only because of its name.
/// </summary>
internal static class OwnershipTag
{
    public const string Key = ReservedTags.Prefix + "definition";

    public static IReadOnlyDictionary<string, string> AddTo(
        IReadOnlyDictionary<string, string> tags, JobOwner owner, JobIdentity identity)
    {
        // Bedrock would refuse one tag more. The user's own tags come first.
        if (tags.Count >= Limits.Tags)
        {
            return tags;
        }

        return new Dictionary<string, string>(tags, StringComparer.Ordinal) { [Key] = identity.ToTagValue(owner) };
    }

    /// <summary>The job's identity in its tags; null if they do not name this owner.</summary>
    public static JobIdentity? Read(IReadOnlyDictionary<string, string> tags, JobOwner owner) =>
        tags.TryGetValue(Key, out var value) ? JobIdentity.FromTagValue(value, owner) : null;
}
