using System.Text.Encodings.Web;
using System.Text.Json;

namespace Amazon.Lambda.Serialization.SystemTextJson;

/// <summary>What serializers on System.Text.Json have in common: streams, and the exception of this package.</summary>
public abstract class AbstractLambdaJsonSerializer
{
    /// <summary>Writes without escaping more than JSON asks for.</summary>
    /// <param name="jsonWriterCustomizer">Is called with a copy of the options, as in the real package: what it sets is lost.</param>
    protected AbstractLambdaJsonSerializer(Action<JsonWriterOptions> jsonWriterCustomizer)
    {
        WriterOptions = new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        jsonWriterCustomizer?.Invoke(WriterOptions);
    }

    /// <summary>The options of the writer.</summary>
    protected JsonWriterOptions WriterOptions { get; }

    /// <summary>Reads an event.</summary>
    /// <exception cref="JsonSerializerException">The event is not JSON, or not of that type.</exception>
    public T Deserialize<T>(Stream requestStream)
    {
        try
        {
            using var json = new MemoryStream();
            requestStream.CopyTo(json);
            return InternalDeserialize<T>(json.ToArray());
        }
        catch (Exception exception)
        {
            throw new JsonSerializerException(
                $"Error converting the Lambda event JSON payload to type {typeof(T).FullName}: {exception.Message}", exception);
        }
    }

    /// <summary>Writes a result.</summary>
    /// <exception cref="JsonSerializerException">The result cannot be written.</exception>
    public void Serialize<T>(T response, Stream responseStream)
    {
        try
        {
            using var writer = new Utf8JsonWriter(responseStream, WriterOptions);
            InternalSerialize(writer, response);
        }
        catch (Exception exception)
        {
            throw new JsonSerializerException(
                $"Error converting the response object of type {typeof(T).FullName} from the Lambda function to JSON: {exception.Message}",
                exception);
        }
    }

    /// <summary>Reads an event.</summary>
    protected abstract T InternalDeserialize<T>(byte[] utf8Json);

    /// <summary>Writes a result.</summary>
    protected abstract void InternalSerialize<T>(Utf8JsonWriter writer, T response);
}
