namespace BatchResource.Local.Bedrock.Operations;

/// <summary>The condition keys that go with tags in a request.</summary>
internal static class TagContext
{
    public static Dictionary<string, IReadOnlyList<string>> Of(IReadOnlyDictionary<string, string> tags)
    {
        var context = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["aws:TagKeys"] = [.. tags.Keys] };
        foreach (var (key, value) in tags)
            context[$"aws:RequestTag/{key}"] = [value];
        return context;
    }
}
