using System.Text.Json;
using System.Text.Json.Serialization;

namespace BatchResource.Cdk.Internal;

/// <summary>Writes texts and member names of dictionaries. System.Text.Json would silently replace a broken character.</summary>
internal sealed class CheckedStringConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString();

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Checked(value));

    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WritePropertyName(Checked(value));

    private static string Checked(string value) => TextProblem.In(value) is { } problem ? throw new RecordException(problem) : value;
}
