using BatchResource.Contract;

namespace BatchResource.Provider.Jobs;

/// <summary>The tags to add to a job, and the tags to remove (L10).</summary>
internal sealed record TagChange(IReadOnlyDictionary<string, string> Added, IReadOnlyList<string> Removed)
{
    /// <summary>
    /// Computes the change. It removes only tags that the resource had and that the job has. So tags of others stay, and a tag that could
    /// not be added before need not be removed (L10).
    /// </summary>
    /// <param name="present">The job's tags.</param>
    /// <param name="previous">The resource's old tags.</param>
    /// <param name="wanted">The resource's new tags.</param>
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
