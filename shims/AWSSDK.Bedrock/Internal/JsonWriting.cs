#nullable enable
using System.Text.Json;
using Amazon.Runtime;

namespace Amazon.Bedrock.Internal;

/// <summary>Writes members of a request; one that is unset is left out.</summary>
internal static class JsonWriting
{
    public static void Text(this Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
            writer.WriteString(name, value);
    }

    public static void Constant(this Utf8JsonWriter writer, string name, ConstantClass? value) => writer.Text(name, value?.Value);

    public static void Object<T>(this Utf8JsonWriter writer, string name, T? value, Action<Utf8JsonWriter, T> write)
        where T : class
    {
        if (value is null)
            return;

        writer.WriteStartObject(name);
        write(writer, value);
        writer.WriteEndObject();
    }

    public static void List<T>(this Utf8JsonWriter writer, string name, List<T>? values, Action<Utf8JsonWriter, T> write)
    {
        if (values is null)
            return;

        writer.WriteStartArray(name);
        foreach (var value in values)
            write(writer, value);
        writer.WriteEndArray();
    }
}
