namespace BatchResource.Local.Iam;

/// <summary>An action on a resource that a caller must be allowed, with the condition keys that go with it.</summary>
internal sealed record Permission(string Action, string ResourceArn)
{
    private static readonly Dictionary<string, IReadOnlyList<string>> NoKeys = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Context { get; init; } = NoKeys;
}
