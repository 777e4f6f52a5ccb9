using System.Text.Json;

namespace BatchResource.Local.ResourceTypes;

/// <summary>
/// The properties of the resource types that are known, as their public schemas name them, see
/// <see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html">the
/// reference</see>.
/// </summary>
internal static class PropertyNames
{
    private static readonly Lazy<Dictionary<string, HashSet<string>>> Known = new(() =>
    {
        using var file = typeof(PropertyNames).Assembly.GetManifestResourceStream("resource-properties.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, HashSet<string>>>(file)!;
    });

    /// <summary>The properties of a type, or null for one that is not in the list.</summary>
    public static IReadOnlySet<string>? Of(string type) => Known.Value.GetValueOrDefault(type);
}
