using System.Text.Json;
using System.Text.RegularExpressions;

namespace BatchResource.Tests.Shared;

/// <summary>As much of JSON Schema (draft 7) as schema/batch-inference.schema.json uses; any other keyword is an error.</summary>
internal sealed class SchemaValidator(JsonElement root)
{
    /// <summary>The project's schema.</summary>
    public static SchemaValidator Ours { get; } =
        new(JsonSerializer.Deserialize<JsonElement>(RepositoryFiles.Read("schema/batch-inference.schema.json")));

    private static readonly string[] Ignored = ["$schema", "$id", "$defs", "title", "description", "then"];

    /// <summary>Whether a template satisfies the schema.</summary>
    public bool Accepts(JsonElement template) => Accepts(root, template);

    /// <summary>Whether a value satisfies one of its schemas.</summary>
    public bool Accepts(JsonElement schema, JsonElement value) =>
        schema.EnumerateObject().All(keyword => Accepts(schema, keyword.Name, keyword.Value, value));

    /// <summary>A schema of <c>$defs</c>.</summary>
    public JsonElement Definition(string name) => root.GetProperty("$defs").GetProperty(name);

    private bool Accepts(JsonElement schema, string keyword, JsonElement argument, JsonElement value) => keyword switch
    {
        _ when Ignored.Contains(keyword, StringComparer.Ordinal) => true,
        "$ref" => Accepts(Definition(argument.GetString()!.Split('/')[^1]), value),
        "anyOf" => argument.EnumerateArray().Any(alternative => Accepts(alternative, value)),
        "allOf" => argument.EnumerateArray().All(part => Accepts(part, value)),
        "if" => !Accepts(argument, value) || Accepts(schema.GetProperty("then"), value),
        "const" => JsonElement.DeepEquals(argument, value),
        "enum" => argument.EnumerateArray().Any(word => JsonElement.DeepEquals(word, value)),
        "type" => argument.ValueKind == JsonValueKind.Array
            ? argument.EnumerateArray().Any(type => IsOf(type.GetString()!, value))
            : IsOf(argument.GetString()!, value),
        "pattern" => value.ValueKind != JsonValueKind.String || IsMatch(argument.GetString()!, value.GetString()!),
        "minLength" => value.ValueKind != JsonValueKind.String || value.GetString()!.Length >= argument.GetInt32(),
        "maxLength" => value.ValueKind != JsonValueKind.String || value.GetString()!.Length <= argument.GetInt32(),
        "minimum" => value.ValueKind != JsonValueKind.Number || value.GetDecimal() >= argument.GetDecimal(),
        "maximum" => value.ValueKind != JsonValueKind.Number || value.GetDecimal() <= argument.GetDecimal(),
        "minItems" => value.ValueKind != JsonValueKind.Array || value.GetArrayLength() >= argument.GetInt32(),
        "maxItems" => value.ValueKind != JsonValueKind.Array || value.GetArrayLength() <= argument.GetInt32(),
        "items" => value.ValueKind != JsonValueKind.Array || value.EnumerateArray().All(item => Accepts(argument, item)),
        "minProperties" => value.ValueKind != JsonValueKind.Object || value.EnumerateObject().Count() >= argument.GetInt32(),
        "maxProperties" => value.ValueKind != JsonValueKind.Object || value.EnumerateObject().Count() <= argument.GetInt32(),
        "required" => value.ValueKind != JsonValueKind.Object
            || argument.EnumerateArray().All(name => value.TryGetProperty(name.GetString()!, out _)),
        "properties" => value.ValueKind != JsonValueKind.Object || argument.EnumerateObject().All(
            property => !value.TryGetProperty(property.Name, out var member) || Accepts(property.Value, member)),
        "patternProperties" => value.ValueKind != JsonValueKind.Object || value.EnumerateObject().All(member => argument.EnumerateObject()
            .Where(pattern => IsMatch(pattern.Name, member.Name))
            .All(pattern => Accepts(pattern.Value, member.Value))),
        "additionalProperties" => value.ValueKind != JsonValueKind.Object || value.EnumerateObject()
            .Where(member => !IsNamed(schema, member.Name))
            .All(member => argument.ValueKind == JsonValueKind.Object ? Accepts(argument, member.Value) : argument.GetBoolean()),
        _ => throw new NotSupportedException($"the schema uses {keyword}, which this validator does not know"),
    };

    private static bool IsNamed(JsonElement schema, string name) =>
        (schema.TryGetProperty("properties", out var named) && named.TryGetProperty(name, out _))
        || (schema.TryGetProperty("patternProperties", out var patterns) && patterns.EnumerateObject().Any(
            pattern => IsMatch(pattern.Name, name)));

    // In JavaScript, whose expressions these are, $ is the very end.
    private static bool IsMatch(string pattern, string text) =>
        Regex.IsMatch(text, pattern.Replace("$", @"\z", StringComparison.Ordinal), RegexOptions.None, TimeSpan.FromMinutes(1));

    private static bool IsOf(string type, JsonElement value) => type switch
    {
        "string" => value.ValueKind == JsonValueKind.String,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "number" => value.ValueKind == JsonValueKind.Number,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "array" => value.ValueKind == JsonValueKind.Array,
        "object" => value.ValueKind == JsonValueKind.Object,
        _ => throw new NotSupportedException($"the schema uses the type {type}, which this validator does not know"),
    };
}
