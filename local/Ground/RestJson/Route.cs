namespace BatchResource.Local.Ground.RestJson;

/// <summary>The operation that a method and path stand for, with the labels of the path, decoded.</summary>
internal sealed record Route(Operation Operation, IReadOnlyDictionary<string, string> Labels)
{
    /// <summary>Finds the operation, or null when there is none.</summary>
    /// <param name="model">The operations to choose from.</param>
    /// <param name="method">The HTTP method.</param>
    /// <param name="rawPath">The path as it was sent: an ARN in a label must still be percent-encoded to be one segment.</param>
    public static Route? Find(ServiceModel model, string method, string rawPath)
    {
        var segments = rawPath.Split('/');
        foreach (var operation in model.Operations.Values)
        {
            if (operation.Http.Method == method && Match(operation.Http.RequestUri.Split('/'), segments) is { } labels)
                return new Route(operation, labels);
        }
        return null;
    }

    private static Dictionary<string, string>? Match(string[] template, string[] segments)
    {
        if (template.Length != segments.Length)
            return null;
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (expected, actual) in template.Zip(segments))
        {
            if (expected.StartsWith('{') && actual.Length > 0)
                labels[expected[1..^1]] = Uri.UnescapeDataString(actual);
            else if (expected != actual)
                return null;
        }
        return labels;
    }
}
