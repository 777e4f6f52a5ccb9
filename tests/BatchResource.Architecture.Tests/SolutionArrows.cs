using ArchUnitNET.Domain;
using ArchUnitNET.Loader;

namespace BatchResource.Architecture.Tests;

/// <summary>What the namespaces of the solution know of each other, read from the built assemblies.</summary>
internal static class SolutionArrows
{
    private static readonly Lazy<IReadOnlyList<Arrow>> Found = new(Find);

    /// <summary>Every arrow, each with two types that show it.</summary>
    public static IReadOnlyList<Arrow> All => Found.Value;

    /// <summary>The arrows that are left when everything is taken away that is in no circle.</summary>
    public static IReadOnlyList<Arrow> Circles(IEnumerable<Arrow> arrows)
    {
        var left = arrows.ToList();
        while (left.RemoveAll(arrow => left.TrueForAll(next => next.From != arrow.To) || left.TrueForAll(last => last.To != arrow.From)) > 0)
        {
        }

        return left;
    }

    private static IReadOnlyList<Arrow> Find()
    {
        var solution = new ArchLoader().LoadFilteredDirectory(AppContext.BaseDirectory, "BatchResource.*.dll").Build();
        // The library gives a parameter of a generic attribute the namespace of whatever assembly it reads first.
        var arrows =
            from type in solution.Types
            from dependency in type.Dependencies
            where dependency.Target is not GenericParameter
            let source = Room(type)
            let target = Room(dependency.Target)
            where source is not null && target is not null && source != target
            group $"{type.Name} knows {dependency.Target.Name}" by (source, target);
        return [.. arrows.Select(group => new Arrow(group.Key.source, group.Key.target, group.Order(StringComparer.Ordinal).First()))];
    }

    /// <summary>A type's namespace, or null for what is not ours. What a package keeps internal is no room of its own.</summary>
    private static string? Room(IType type) =>
        type.Namespace?.FullName is { } name && name.StartsWith("BatchResource.", StringComparison.Ordinal) && name != typeof(Arrow).Namespace
            ? name.Replace(".Internal", "", StringComparison.Ordinal)
            : null;
}
