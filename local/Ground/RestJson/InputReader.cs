using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace BatchResource.Local.Ground.RestJson;

/// <summary>
/// Collects an operation's input from path, query string and body into one JSON object that holds only members the model knows, each
/// of the type the model says. As at AWS, unknown members are ignored and nulls are members that were not sent.
/// </summary>
internal sealed class InputReader(ServiceModel model)
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>Reads the input.</summary>
    /// <exception cref="ServiceException">The body is no JSON object, or a value has another type than the model says.</exception>
    public JsonObject Read(Route route, IQueryCollection query, ReadOnlySpan<byte> body)
    {
        var shape = model.Shapes[route.Operation.Input.Shape];
        var input = new JsonObject();
        foreach (var (name, member) in shape.Members)
        {
            if (member.Location == "uri" && route.Labels.TryGetValue(member.LocationName ?? name, out var label))
                input[name] = label;
            else if (member.Location == "querystring" && query.TryGetValue(member.LocationName ?? name, out var values))
                input[name] = FromText(model.Shapes[member.Shape], values.ToString());
        }
        if (!shape.Members.Values.Any(member => member.Location is null))
            return input;
        try
        {
            Merge(input, Structure(shape, ParseBody(body)));
            return input;
        }
        catch (InvalidOperationException)
        {
            // The reader finds out when the text of a value is asked for.
            throw ServiceException.Serialization(
                "The request's body holds text that is not valid Unicode, such as half of a surrogate pair.");
        }
    }

    private static void Merge(JsonObject target, JsonObject source)
    {
        foreach (var (name, value) in source.ToList())
        {
            source.Remove(name);
            target[name] = value;
        }
    }

    private static JsonObject ParseBody(ReadOnlySpan<byte> body)
    {
        if (body.IsEmpty)
            return [];
        try
        {
            return JsonNode.Parse(body, documentOptions: Strict) as JsonObject
                ?? throw ServiceException.Serialization("Expected a JSON object as the request's body.");
        }
        catch (JsonException e)
        {
            throw ServiceException.Serialization($"The request's body is not valid JSON: {e.Message}");
        }
    }

    private JsonObject Structure(Shape shape, JsonObject source)
    {
        var known = new JsonObject();
        foreach (var (name, member) in shape.Members)
        {
            if (member.Location is null && source.TryGetPropertyValue(name, out var value) && value is not null)
                known[name] = Value(model.Shapes[member.Shape], value);
        }
        return known;
    }

    private JsonNode Value(Shape shape, JsonNode value) => (shape.Type, value.GetValueKind()) switch
    {
        ("structure", JsonValueKind.Object) => Structure(shape, value.AsObject()),
        ("list", JsonValueKind.Array) => List(model.Shapes[shape.Member!.Shape], value.AsArray()),
        ("string" or "timestamp", JsonValueKind.String) => value.GetValue<string>(),
        ("integer", JsonValueKind.Number) when value.AsValue().TryGetValue<int>(out var number) => number,
        ("long", JsonValueKind.Number) when value.AsValue().TryGetValue<long>(out var number) => number,
        (var expected, var actual) => throw ServiceException.Serialization(
            $"{actual.ToString().ToUpperInvariant()}_VALUE can not be converted to {Article(expected)}"),
    };

    private JsonArray List(Shape element, JsonArray source)
    {
        var list = new JsonArray();
        foreach (var item in source)
            list.Add(Value(element, item ?? throw ServiceException.Serialization("A list must not contain null.")));
        return list;
    }

    private static JsonNode FromText(Shape shape, string text) => shape.Type switch
    {
        "integer" => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw ServiceException.Serialization("STRING_VALUE can not be converted to an Integer"),
        "timestamp" => Timestamps.TryParse(text, out _)
            ? text
            : throw ServiceException.Serialization($"'{text}' can not be converted to a Timestamp: expected ISO 8601"),
        _ => text,
    };

    private static string Article(string type) => type switch
    {
        "integer" => "an Integer",
        "long" => "a Long",
        "string" => "a String",
        "timestamp" => "a Timestamp",
        "list" => "a List",
        _ => "a Structure",
    };
}
