using System.Text.Json.Nodes;

namespace BatchResource.Local.CloudFormation.Templates;

/// <summary>What CloudFormation asks of mappings: two levels of keys, and a string or list of strings below them.</summary>
internal static class TemplateMappings
{
    public static IEnumerable<string> Problems(JsonObject mappings) =>
        mappings.SelectMany(mapping => OfMapping(mapping.Key, mapping.Value));

    private static IEnumerable<string> OfMapping(string name, JsonNode? mapping)
    {
        var path = $"Mappings.{name}";
        if (mapping is not JsonObject elements)
            return [$"Template format error: Every Mappings member must be a map, at {path}"];
        return elements.SelectMany(element => OfElement(path, element.Key, element.Value));
    }

    private static IEnumerable<string> OfElement(string mapping, string name, JsonNode? element)
    {
        var path = $"{mapping}.{name}";
        if (name.Length == 0 || !name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.'))
        {
            yield return $"Template format error: Mappings element name '{name}' must be non-empty and can contain only alphanumerics, "
                + $"'-' or '.', at {path}";
        }

        if (element is not JsonObject attributes)
        {
            yield return $"Template format error: Every Mappings member must be a map, at {path}";
            yield break;
        }

        foreach (var (attribute, value) in attributes)
        {
            if (attribute.Length == 0 || !attribute.All(char.IsAsciiLetterOrDigit))
            {
                yield return $"Template format error: Mappings attribute name '{attribute}' must contain only alphanumeric characters, at "
                    + $"{path}.{attribute}";
            }

            if (value is not JsonValue && !(value is JsonArray list && list.All(item => item is JsonValue)))
                yield return $"Template format error: Every Mappings attribute must be a String or a List, at {path}.{attribute}";
        }
    }
}
