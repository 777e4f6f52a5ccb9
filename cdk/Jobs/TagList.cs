using BatchResource.Contract;

namespace BatchResource.Cdk.Internal;

/// <summary>
/// Writes tags in CloudFormation's form. They are sorted by key, so that the template does not depend on the order of declarations.
/// </summary>
internal static class TagList
{
    public static Dictionary<string, object>[] Of(IEnumerable<KeyValuePair<string, string>> tags) =>
    [
        .. tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => new Dictionary<string, object>(StringComparer.Ordinal)
        {
            [PropertyNames.Key] = tag.Key,
            [PropertyNames.Value] = tag.Value,
        }),
    ];
}
