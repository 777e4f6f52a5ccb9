using BatchResource.Contract;

namespace BatchResource.Provider.Jobs;

/// <summary>What has to be added to and removed from a job's tags (L10).</summary>
internal sealed record TagChange(IReadOnlyDictionary<string, string> Added, IReadOnlyList<string> Removed)
{
    /// <summary>
    /// The way to the wanted tags. Only what the resource had is removed, and only what the job has: what others have put on it stays, and
    /// what could not be added before need not be removed now (L10).
    /// </summary>
    /// <param name="present">The job's tags.</param>
    /// <param name="previous">The tags that the resource had.</param>
    /// <param name="wanted">The tags that it is to have.</param>
    public static TagChange Between(
        IReadOnlyDictionary<string, string> present,
        IReadOnlyDictionary<string, string> previous,
        IReadOnlyDictionary<string, string> wanted)
    {
        var added = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in wanted)
        {
            if (!present.TryGetValue(key, out var current) || !string.Equals(current, value, StringComparison.Ordinal))
            {
                added.Add(key, value);
            }
        }

        var removed = new List<string>();
        foreach (var key in previous.Keys)
        {
            if (!wanted.ContainsKey(key) && present.ContainsKey(key) && !ReservedTags.Contains(key))
            {
                removed.Add(key);
            }
        }

        return new TagChange(added, removed);
    }
}
