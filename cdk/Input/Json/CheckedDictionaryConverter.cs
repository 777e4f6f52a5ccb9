using System.Text.Json;
using System.Text.Json.Serialization;

namespace BatchResource.Cdk.Internal;

/// <summary>
/// Writes dictionaries of any values, which often stand for JSON. The serializer's own exceptions would not name the member.
/// </summary>
internal sealed class CheckedDictionaryConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeof(IEnumerable<KeyValuePair<string, object>>).IsAssignableFrom(typeToConvert);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Dictionaries<>).MakeGenericType(typeToConvert))!;

    private sealed class Dictionaries<T> : JsonConverter<T>
        where T : IEnumerable<KeyValuePair<string, object>>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            foreach (var (name, member) in value)
            {
                if (TextProblem.In(name) is { } problem)
                {
                    throw new RecordException(problem, "$");
                }

                writer.WritePropertyName(name);
                Write(writer, name, member, options);
            }

            writer.WriteEndObject();
        }

        private static void Write(Utf8JsonWriter writer, string name, object? member, JsonSerializerOptions options)
        {
            try
            {
                JsonSerializer.Serialize(writer, member, options);
            }
            catch (RecordException within)
            {
                throw new RecordException(within.Message, $"$.{name}{within.Path?[1..]}");
            }
        }
    }
}
