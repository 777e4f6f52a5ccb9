using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.Serialization.SystemTextJson;

/// <summary>
/// Reads and writes JSON by source-generated metadata, without reflection. Names match whatever their case, and null is not written. As
/// in the real package, options that are set on the context's own attribute count for nothing.
/// </summary>
/// <typeparam name="TSGContext">The context that holds the metadata of the event's and the result's type.</typeparam>
public class SourceGeneratorLambdaJsonSerializer<TSGContext> : ILambdaSerializer
    where TSGContext : JsonSerializerContext, new()
{
    private readonly JsonSerializerOptions options;

    /// <summary>Uses the options above.</summary>
    public SourceGeneratorLambdaJsonSerializer()
        : this(null)
    {
    }

    /// <summary>Uses the options above, changed by the caller.</summary>
    public SourceGeneratorLambdaJsonSerializer(Action<JsonSerializerOptions> customizer)
    {
        options = new JsonSerializerOptions
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            PropertyNameCaseInsensitive = true,
        };
        customizer?.Invoke(options);
        options.TypeInfoResolver = new TSGContext();
    }

    /// <inheritdoc/>
    /// <exception cref="JsonSerializerException">The event is not JSON, not of that type, or the context does not hold the type.</exception>
    public T Deserialize<T>(Stream requestStream)
    {
        var type = TypeInfo<T>();
        try
        {
            return JsonSerializer.Deserialize(requestStream, type);
        }
        catch (Exception exception)
        {
            throw new JsonSerializerException(
                $"Error converting the Lambda event JSON payload to type {typeof(T).FullName}: {exception.Message}", exception);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="JsonSerializerException">The result cannot be written, or the context does not hold its type.</exception>
    public void Serialize<T>(T response, Stream responseStream)
    {
        var type = TypeInfo<T>();
        try
        {
            JsonSerializer.Serialize(responseStream, response, type);
        }
        catch (Exception exception)
        {
            throw new JsonSerializerException(
                $"Error converting the response object of type {typeof(T).FullName} from the Lambda function to JSON: {exception.Message}",
                exception);
        }
    }

    private JsonTypeInfo<T> TypeInfo<T>() =>
        options.TryGetTypeInfo(typeof(T), out var type)
            ? (JsonTypeInfo<T>)type
            : throw new JsonSerializerException(
                $"No JsonTypeInfo registered in {typeof(TSGContext).FullName} for type {typeof(T).FullName}.");
}
