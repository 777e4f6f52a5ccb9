using System.Text.Json;
using System.Text.Json.Serialization;

namespace BatchResource.Cdk.Internal;

/// <summary>
/// Refuses objects of AWS's libraries. Members of AWS SDK objects have C# names (<c>InferenceConfig</c>), and only the SDK knows their
/// names in JSON. Objects of the CDK are not data at all.
/// </summary>
internal sealed class SdkTypeConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert)
    {
        for (var type = typeToConvert; type is not null; type = type.BaseType)
        {
            var assembly = type.Assembly.GetName().Name ?? string.Empty;
            if (assembly.StartsWith("AWSSDK.", StringComparison.Ordinal) || assembly.StartsWith("Amazon.", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Refused<>).MakeGenericType(typeToConvert))!;

    private sealed class Refused<T> : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => throw new RecordException(
            $"is a {typeof(T)}, an object of AWS's libraries, whose members have other names in JSON: use the methods of "
            + $"{nameof(BatchRecord)}, or an object whose members are named as in JSON");
    }
}
