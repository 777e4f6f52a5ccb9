using System.Globalization;
using System.Text.Json.Nodes;

namespace BatchResource.Contract.Tests;

/// <summary>Finds nodes by paths as problems write them: <c>VpcConfig.SubnetIds[2]</c>.</summary>
internal static class JsonPath
{
    public static string Combine(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    /// <summary>The paths of all nodes below an object.</summary>
    public static IEnumerable<string> All(JsonNode node, string path = "")
    {
        var children = node switch
        {
            JsonObject members => members.Select(member => (Path: Combine(path, member.Key), Node: member.Value)),
            JsonArray elements => elements.Select((element, index) => (Path: $"{path}[{index}]", Node: element)),
            _ => [],
        };
        return children.SelectMany(child => child.Node is null ? [child.Path] : All(child.Node, child.Path).Prepend(child.Path));
    }

    public static JsonNode Find(JsonNode root, string path)
    {
        var node = root;
        foreach (var step in Steps(path))
        {
            node = int.TryParse(step, CultureInfo.InvariantCulture, out var index) ? node[index]! : node[step]!;
        }

        return node;
    }

    public static void Replace(JsonNode root, string path, JsonNode? value)
    {
        var steps = Steps(path);
        var parent = Find(root, string.Join('.', steps[..^1]));
        if (parent is JsonArray elements)
        {
            elements[int.Parse(steps[^1], CultureInfo.InvariantCulture)] = value;
        }
        else
        {
            parent[steps[^1]] = value;
        }
    }

    public static void Remove(JsonNode root, string path)
    {
        var steps = Steps(path);
        Find(root, string.Join('.', steps[..^1])).AsObject().Remove(steps[^1]);
    }

    private static string[] Steps(string path) => path.Split(['.', '[', ']'], StringSplitOptions.RemoveEmptyEntries);
}
