using System.Globalization;

namespace BatchResource.Provider.Tests.Simulation;

/// <summary>How often each kind of thing was met.</summary>
internal sealed class Tally
{
    private readonly SortedDictionary<string, int> counts = new(StringComparer.Ordinal);

    /// <summary>Counts one.</summary>
    public void Add<T>(T kind)
        where T : struct, Enum => counts[Key(kind)] = Of(kind) + 1;

    /// <summary>Counts one if it is so.</summary>
    public void AddIf<T>(T kind, bool isSo)
        where T : struct, Enum
    {
        if (isSo)
        {
            Add(kind);
        }
    }

    /// <summary>Counts all that another has counted.</summary>
    public void Add(Tally other)
    {
        foreach (var (key, count) in other.counts)
        {
            counts[key] = counts.GetValueOrDefault(key) + count;
        }
    }

    /// <summary>How many of a kind there were.</summary>
    public int Of<T>(T kind)
        where T : struct, Enum => counts.GetValueOrDefault(Key(kind));

    /// <summary>The values of the given kinds that were never met.</summary>
    public IEnumerable<T> Missing<T>(params T[] except)
        where T : struct, Enum => Enum.GetValues<T>().Where(kind => Of(kind) == 0 && !except.Contains(kind));

    /// <summary>A line for each.</summary>
    public override string ToString() => string.Join(
        '\n', counts.Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Value,8}  {count.Key}")));

    private static string Key<T>(T kind)
        where T : struct, Enum => $"{typeof(T).Name}.{kind}";
}
