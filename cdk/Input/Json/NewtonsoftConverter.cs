using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace BatchResource.Cdk.Internal;

/// <summary>
/// Writes a <c>JToken</c> of Newtonsoft.Json as its JSON. That library comes with the CDK, so many apps use it. Without this converter, the
/// members of the .NET object would be written. The type is found by name, so that this library does not depend on Newtonsoft.Json.
/// </summary>
internal sealed class NewtonsoftConverter : JsonConverterFactory
{
    private const string TokenType = "Newtonsoft.Json.Linq.JToken";

    public override bool CanConvert(Type typeToConvert) => TokenTypeOf(typeToConvert) is not null;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Tokens<>).MakeGenericType(typeToConvert))!;

    private static Type? TokenTypeOf(Type? type)
    {
        while (type is not null && !string.Equals(type.FullName, TokenType, StringComparison.Ordinal))
        {
            type = type.BaseType;
        }

        return type;
    }

    // JToken.ToString(Formatting, params JsonConverter[]), with Formatting.None.
    private static string Json(object token)
    {
        var method = TokenTypeOf(token.GetType())!.GetMethods().Single(candidate =>
            candidate is { Name: nameof(ToString) } && candidate.GetParameters() is [{ ParameterType.IsEnum: true }, _]);
        var (formatting, converters) = (method.GetParameters()[0].ParameterType, method.GetParameters()[1].ParameterType);
        return (string)method.Invoke(
            token, [Enum.ToObject(formatting, 0), Array.CreateInstance(converters.GetElementType()!, 0)])!;
    }

    // For a value that is not a number, that library would write its name.
    private static void Check(object token)
    {
        const string Value = nameof(Value);
        const string Path = nameof(Path);
        var type = token.GetType();
        var problem = type.GetProperty(Value, typeof(object))?.GetValue(token) switch
        {
            double number => TextProblem.In(number),
            float number => TextProblem.In(number),
            string text => TextProblem.In(text),
            _ => type.GetProperty("Name")?.GetValue(token) is string name ? TextProblem.In(name) : null,
        };
        if (problem is not null)
        {
            throw new RecordException(problem, $"$.{type.GetProperty(Path)!.GetValue(token)}");
        }

        foreach (var child in (IEnumerable)token)
        {
            Check(child);
        }
    }

    private sealed class Tokens<T> : JsonConverter<T>
        where T : class
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
        {
            Check(value);
            using var document = JsonDocument.Parse(Json(value), new JsonDocumentOptions { MaxDepth = 1_000 });
            document.RootElement.WriteTo(writer);
        }
    }
}
