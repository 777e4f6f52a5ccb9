using BatchResource.Local.S3;

namespace BatchResource.Local.Front.S3;

/// <summary>A page of a list: keys, and what they have in common up to the delimiter.</summary>
internal sealed class ObjectPage
{
    /// <summary>Makes the page.</summary>
    /// <param name="all">All objects that have the prefix, in the order of their keys.</param>
    /// <param name="prefix">The prefix.</param>
    /// <param name="delimiter">Rolls keys up that have it after the prefix; empty for none.</param>
    /// <param name="after">The last key, or common prefix, of the page before; empty for the first page.</param>
    /// <param name="maximum">How many keys and common prefixes a page has.</param>
    public ObjectPage(IEnumerable<S3Object> all, string prefix, string delimiter, string after, int maximum)
    {
        var (objects, prefixes) = (new List<S3Object>(), new List<string>());
        string? last = null;
        foreach (var found in all)
        {
            var end = delimiter.Length == 0 ? -1 : found.Key.IndexOf(delimiter, prefix.Length, StringComparison.Ordinal);
            var entry = end < 0 ? found.Key : found.Key[..(end + delimiter.Length)];
            if (string.CompareOrdinal(entry, after) <= 0 || entry == last)
                continue;
            if (objects.Count + prefixes.Count == maximum)
            {
                Last = last;
                break;
            }
            last = entry;
            if (end < 0)
                objects.Add(found);
            else
                prefixes.Add(entry);
        }
        (Objects, Prefixes) = (objects, prefixes);
    }

    public IReadOnlyList<S3Object> Objects { get; }

    public IReadOnlyList<string> Prefixes { get; }

    /// <summary>Where the next page goes on, or null when this is the last one.</summary>
    public string? Last { get; }
}
