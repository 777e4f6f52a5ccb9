using System.Text.Json;

namespace BatchResource.Contract;

/// <summary>Reads the list of tags.</summary>
internal static class TagsReader
{
    private static readonly TextRule AnyKey = new(_ => true, string.Empty);

    public static Dictionary<string, string> Read(PropertyBag root, ReaderContext context)
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        var path = root.PathOf(PropertyNames.Tags);
        var elements = root.List(PropertyNames.Tags, 0, Limits.Tags) ?? [];
        for (var index = 0; index < elements.Count; index++)
        {
            var element = elements[index];
            var elementPath = $"{path}[{index}]";
            if (context.IsUnresolved(element))
            {
                continue;
            }

            if (element.ValueKind != JsonValueKind.Object)
            {
                context.Report(elementPath, "must be an object with Key and Value", element);
                continue;
            }

            if (context.SkipsReservedTags && IsReserved(element))
            {
                continue;
            }

            var tag = new PropertyBag(element, elementPath, context);
            var key = tag.Text(PropertyNames.Key, TextRules.TagKey, isRequired: true);
            var value = tag.Text(PropertyNames.Value, TextRules.TagValue, isRequired: true);
            tag.ReportUnknown();
            if (key is not null && value is not null && !tags.TryAdd(key, value))
            {
                context.Report($"{elementPath}.{PropertyNames.Key}", "must not repeat the key of another tag", $"\"{key}\"");
            }
        }

        return tags;
    }

    private static bool IsReserved(JsonElement tag) =>
        new PropertyBag(tag, string.Empty, new ReaderContext(null)).Text(PropertyNames.Key, AnyKey) is { } key
        && ReservedTags.Contains(key);
}
