using System.Text.Json.Nodes;

namespace BatchResource.Local.CloudFormation.Templates;

/// <summary>The transform <c>AWS::LanguageExtensions</c>, as far as it makes another template: <c>Fn::ForEach</c>.</summary>
internal sealed class LanguageExtensions
{
    /// <summary>The transform's name.</summary>
    public const string Name = "AWS::LanguageExtensions";

    private const string Loop = "Fn::ForEach::";

    /// <summary>Loops in loops can make a small text stand for an endless one.</summary>
    private const int MaximumNodes = 500_000;

    private readonly IReadOnlyDictionary<string, string> parameters;
    private readonly JsonObject declared;
    private int nodes;

    private LanguageExtensions(JsonObject declared, IReadOnlyDictionary<string, string> parameters) =>
        (this.declared, this.parameters) = (declared, parameters);

    /// <summary>Whether a template asks for the transform, and for no other.</summary>
    public static bool AreOn(JsonObject template) =>
        template["Transform"] is JsonValue one
            ? one.ToString() == Name
            : template["Transform"] is JsonArray { Count: 1 } list && list[0]?.ToString() == Name;

    /// <summary>The template without loops.</summary>
    /// <param name="template">The template.</param>
    /// <param name="parameters">The texts of the parameters that were given; the others have their defaults.</param>
    /// <exception cref="TemplateException">A loop is malformed.</exception>
    public static JsonObject Expand(JsonObject template, IReadOnlyDictionary<string, string> parameters) =>
        (JsonObject)new LanguageExtensions(template["Parameters"] as JsonObject ?? [], parameters).Unroll(template, [])!;

    private JsonNode? Unroll(JsonNode? node, Dictionary<string, string> names)
    {
        if (++nodes > MaximumNodes)
            throw new TemplateException("Template error: Fn::ForEach repeats too much.");
        switch (node)
        {
            case JsonObject { Count: 1 } reference
                when reference["Ref"] is JsonValue name && names.TryGetValue(name.ToString(), out var value):
                return value;
            case JsonObject members:
                var result = new JsonObject();
                foreach (var (key, member) in members)
                {
                    if (key.StartsWith(Loop, StringComparison.Ordinal))
                        Repeat(key, member, names, result);
                    else
                        Add(result, Text(key, names), Unroll(member, names));
                }

                return result;
            case JsonArray items:
                return new JsonArray([.. items.Select(item => Unroll(item, names))]);
            case JsonValue scalar when scalar.TryGetValue<string>(out var text):
                return Text(text, names);
            default:
                return node?.DeepClone();
        }
    }

    private void Repeat(string key, JsonNode? loop, Dictionary<string, string> names, JsonObject result)
    {
        if (loop is not JsonArray { Count: 3 } parts || parts[0] is not JsonValue identifier || parts[2] is not JsonObject body)
            throw Malformed(key);
        foreach (var item in Items(key, parts[1], names))
        {
            var inner = new Dictionary<string, string>(names) { [identifier.ToString()] = item };
            foreach (var (name, value) in (JsonObject)Unroll(body, inner)!)
                Add(result, name, value?.DeepClone());
        }
    }

    private IEnumerable<string> Items(string key, JsonNode? collection, Dictionary<string, string> names)
    {
        if (collection is JsonObject { Count: 1 } reference && reference["Ref"]?.ToString() is { } name)
        {
            var text = parameters.GetValueOrDefault(name) ?? declared[name]?["Default"]?.ToString()
                ?? throw new TemplateException($"Template error: {key} repeats over {name}, which is no parameter with a value");
            return text.Split(',').Select(item => item.Trim());
        }

        return Unroll(collection, names) is JsonArray items && items.All(item => item is JsonValue)
            ? items.Select(item => item!.ToString())
            : throw Malformed(key);
    }

    private static void Add(JsonObject result, string name, JsonNode? value)
    {
        if (!result.TryAdd(name, value))
            throw new TemplateException($"Template error: Fn::ForEach makes {name} twice");
    }

    /// <summary><c>${X}</c> is the value itself, <c>&amp;{X}</c> its letters and digits only, as names must be.</summary>
    private static string Text(string text, Dictionary<string, string> names)
    {
        foreach (var (name, value) in names)
        {
            text = text.Replace($"${{{name}}}", value, StringComparison.Ordinal)
                .Replace($"&{{{name}}}", string.Concat(value.Where(char.IsAsciiLetterOrDigit)), StringComparison.Ordinal);
        }

        return text;
    }

    private static TemplateException Malformed(string key) =>
        new($"Template error: {key} must have a name, a list of strings or a Ref to a parameter, and what to repeat");
}
