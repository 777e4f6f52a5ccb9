#nullable enable
using System.Globalization;
using System.Text.Json;

namespace Amazon.Bedrock.Internal;

/// <summary>Reads members of a response; one that is absent or null is null.</summary>
internal static class JsonReading
{
    public static string? Text(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    public static int? Int(this JsonElement element, string name) => element.Member(name)?.GetInt32();

    public static long? Long(this JsonElement element, string name) => element.Member(name)?.GetInt64();

    public static DateTime? Time(this JsonElement element, string name) =>
        element.Text(name) is { } text
            ? DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal)
            : null;

    public static T? Object<T>(this JsonElement element, string name, Func<JsonElement, T> read)
        where T : class =>
        element.Member(name) is { } value ? read(value) : null;

    public static List<T>? List<T>(this JsonElement element, string name, Func<JsonElement, T> read)
    {
        if (element.Member(name) is not { } array)
            return null;

        var list = new List<T>(array.GetArrayLength());
        foreach (var item in array.EnumerateArray())
            list.Add(read(item));
        return list;
    }

    private static JsonElement? Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? value
            : null;
}
