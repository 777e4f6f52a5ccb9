using System.Text.Json;
using System.Text.Json.Serialization;

namespace BatchResource.Cdk.Internal;

/// <summary>Writes numbers. If a value is not a number, the exception says where it is.</summary>
internal sealed class CheckedNumberConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert == typeof(double) || typeToConvert == typeof(float);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        typeToConvert == typeof(double) ? new Doubles() : new Singles();

    private static void Check(double value)
    {
        if (TextProblem.In(value) is { } problem)
        {
            throw new RecordException(problem);
        }
    }

    private sealed class Doubles : JsonConverter<double>
    {
        public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDouble();

        public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
        {
            Check(value);
            writer.WriteNumberValue(value);
        }
    }

    private sealed class Singles : JsonConverter<float>
    {
        public override float Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetSingle();

        public override void Write(Utf8JsonWriter writer, float value, JsonSerializerOptions options)
        {
            Check(value);
            writer.WriteNumberValue(value);
        }
    }
}
