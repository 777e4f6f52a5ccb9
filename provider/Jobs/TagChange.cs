namespace BatchResource.Provider.Jobs;

/// <summary>What has to be added to and removed from a job's tags.</summary>
internal sealed record TagChange(IReadOnlyDictionary<string, string> Added, IReadOnlyList<string> Removed)
{
    /// <summary>The way from one set of tags to another; those of AWS and the provider's own stay.</summary>
    public static TagChange Between(IReadOnlyDictionary<string, string> present, IReadOnlyDictionary<string, string> wanted)
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
        foreach (var key in present.Keys)
        {
            if (!wanted.ContainsKey(key) && !IsNotTheUsers(key))
            {
                removed.Add(key);
            }
        }

        return new TagChange(added, removed);
    }

    private static bool IsNotTheUsers(string key) =>
        key.StartsWith("aws:", StringComparison.Ordinal) || string.Equals(key, OwnershipTag.Key, StringComparison.Ordinal);
}
