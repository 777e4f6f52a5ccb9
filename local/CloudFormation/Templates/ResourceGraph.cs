using BatchResource.Local.CloudFormation.Functions;

namespace BatchResource.Local.CloudFormation.Templates;

/// <summary>Which resource waits for which others.</summary>
internal static class ResourceGraph
{
    /// <summary>For each resource of the template whose condition holds, the resources it refers to or depends on.</summary>
    /// <param name="template">The template.</param>
    /// <param name="condition">Whether a condition holds; null takes every resource and every branch.</param>
    public static Dictionary<string, IReadOnlyCollection<string>> Of(Template template, Func<string, bool>? condition = null)
    {
        var active = template.Resources.Values
            .Where(resource => resource.Condition is null || condition is null || condition(resource.Condition))
            .ToDictionary(resource => resource.LogicalId);
        return active.Values.ToDictionary(
            resource => resource.LogicalId,
            IReadOnlyCollection<string> (resource) => References(resource, condition).Where(active.ContainsKey).ToHashSet());
    }

    /// <summary>The resources of a cycle, the first one repeated at the end; null when there is none.</summary>
    public static IReadOnlyList<string>? Cycle(IReadOnlyDictionary<string, IReadOnlyCollection<string>> graph)
    {
        var finished = new HashSet<string>();
        var path = new List<string>();
        return graph.Keys.Select(Visit).FirstOrDefault(cycle => cycle is not null);

        IReadOnlyList<string>? Visit(string node)
        {
            if (finished.Contains(node))
                return null;
            if (path.IndexOf(node) is >= 0 and var start)
                return [.. path[start..], node];
            path.Add(node);
            var cycle = graph[node].Select(Visit).FirstOrDefault(found => found is not null);
            path.RemoveAt(path.Count - 1);
            finished.Add(node);
            return cycle;
        }
    }

    /// <summary>The nodes of a graph without cycles, each after those that it waits for.</summary>
    public static IReadOnlyList<string> Ordered(IReadOnlyDictionary<string, IReadOnlyCollection<string>> graph)
    {
        var ordered = new List<string>();
        var seen = new HashSet<string>();
        foreach (var node in graph.Keys)
            Visit(node);
        return ordered;

        void Visit(string node)
        {
            if (!seen.Add(node))
                return;
            foreach (var dependency in graph[node])
                Visit(dependency);
            ordered.Add(node);
        }
    }

    /// <summary>The graph with every arrow turned round: what must be gone before a resource may go.</summary>
    public static Dictionary<string, IReadOnlyCollection<string>> Reversed(IReadOnlyDictionary<string, IReadOnlyCollection<string>> graph)
    {
        var reversed = graph.Keys.ToDictionary(node => node, _ => new HashSet<string>());
        foreach (var (node, dependencies) in graph)
        {
            foreach (var dependency in dependencies)
                reversed.GetValueOrDefault(dependency)?.Add(node);
        }

        return reversed.ToDictionary(entry => entry.Key, IReadOnlyCollection<string> (entry) => entry.Value);
    }

    private static IEnumerable<string> References(TemplateResource resource, Func<string, bool>? condition) =>
        ReferenceFinder.In(resource.Properties, condition)
            .Where(reference => reference.Kind is ReferenceKind.Ref or ReferenceKind.Attribute)
            .Select(reference => reference.Name)
            .Concat(resource.DependsOn);
}
