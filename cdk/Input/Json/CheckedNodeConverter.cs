using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace BatchResource.Cdk.Internal;

/// <summary>Writes JSON nodes with the same checks. Other converters do not see their texts and numbers.</summary>
internal sealed class CheckedNodeConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeof(JsonNode).IsAssignableFrom(typeToConvert);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Nodes<>).MakeGenericType(typeToConvert))!;

    private static void Write(Utf8JsonWriter writer, JsonNode? node, JsonSerializerOptions options)
    {
        switch (node)
        {
            case JsonObject map:
                writer.WriteStartObject();
                foreach (var (name, value) in map)
                {
                    Check(map, TextProblem.In(name));
                    writer.WritePropertyName(name);
                    Write(writer, value, options);
                }

                writer.WriteEndObject();
                break;
            case JsonArray list:
                writer.WriteStartArray();
                foreach (var value in list)
                {
                    Write(writer, value, options);
                }

                writer.WriteEndArray();
                break;
            case JsonValue value:
                Check(value, value.TryGetValue<string>(out var text) ? TextProblem.In(text)
                    : value.TryGetValue<double>(out var number) ? TextProblem.In(number)
                    : value.TryGetValue<float>(out var single) ? TextProblem.In(single)
                    : null);
                value.WriteTo(writer, options);
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    private static void Check(JsonNode node, string? problem)
    {
        if (problem is not null)
        {
            throw new RecordException(problem, node.GetPath());
        }
    }

    private sealed class Nodes<T> : JsonConverter<T>
        where T : JsonNode
    {
        public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            (T?)JsonNode.Parse(ref reader);

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            CheckedNodeConverter.Write(writer, value, options);
    }
}
