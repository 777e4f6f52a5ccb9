using System.Globalization;
using System.Text.Json.Nodes;
using BatchResource.Local.Ground.RestJson;
using BatchResource.Local.Iam;
using Microsoft.AspNetCore.Http;

namespace BatchResource.Local.Front;

/// <summary>A call in the JSON protocol.</summary>
/// <param name="Input">The body.</param>
/// <param name="Caller">Who calls.</param>
internal sealed record JsonCall(JsonObject Input, CallerIdentity Caller)
{
    /// <summary>A member that is a text, or null.</summary>
    public string? Text(string name) => Value(name)?.ToString();

    /// <summary>A member that must be there.</summary>
    /// <exception cref="ServiceException">It is not.</exception>
    public string Require(string name) => Text(name) is { Length: > 0 } text
        ? text
        : throw Validation(
            $"1 validation error detected: Value null at '{char.ToLowerInvariant(name[0])}{name[1..]}' failed to satisfy constraint: "
            + "Member must not be null");

    /// <summary>A member that is true or false; false when it is absent.</summary>
    public bool Flag(string name) => Text(name) == "true";

    /// <summary>A member that is a whole number, or null.</summary>
    /// <exception cref="ServiceException">It is something else.</exception>
    public long? Number(string name) => Text(name) is not { } text
        ? null
        : long.TryParse(text, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Validation($"{name} must be a whole number, got \"{text}\"");

    /// <summary>The texts of a list; none when it is absent.</summary>
    public IReadOnlyList<string> List(string name) => [.. (Input[name] as JsonArray ?? []).Select(item => item?.ToString() ?? "")];

    /// <summary>The objects of a list; none when it is absent.</summary>
    public IReadOnlyList<JsonObject> Objects(string name) => [.. (Input[name] as JsonArray ?? []).OfType<JsonObject>()];

    /// <summary>The error for what cannot be accepted.</summary>
    public static ServiceException Validation(string message) => Error("ValidationException", message);

    /// <summary>An error of the service's own.</summary>
    public static ServiceException Error(string code, string message) => new(StatusCodes.Status400BadRequest, code, message);

    private JsonValue? Value(string name) => Input[name] switch
    {
        null => null,
        JsonValue value => value,
        _ => throw Error("SerializationException", $"{name} must be a single value"),
    };
}
