namespace Amazon.Lambda.Serialization.SystemTextJson;

public class JsonSerializerException : Exception
{
    public extern JsonSerializerException(string message);
    public extern JsonSerializerException(string message, Exception exception);
}

public class SourceGeneratorLambdaJsonSerializer<
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TSGContext>
    : AbstractLambdaJsonSerializer, ILambdaSerializer
    where TSGContext : JsonSerializerContext
{
    protected extern JsonSerializerOptions SerializerOptions { get; }
    public extern SourceGeneratorLambdaJsonSerializer();
    public extern SourceGeneratorLambdaJsonSerializer(Action<JsonSerializerOptions> customizer);
    public extern SourceGeneratorLambdaJsonSerializer(
        Action<JsonSerializerOptions> customizer, Action<JsonWriterOptions> jsonWriterCustomizer);
    public extern SourceGeneratorLambdaJsonSerializer(Action<JsonWriterOptions> jsonWriterCustomizer);
    [Obsolete]
    public extern SourceGeneratorLambdaJsonSerializer(
        TSGContext jsonSerializerContext, Action<JsonSerializerOptions> customizer = default,
        Action<JsonWriterOptions> jsonWriterCustomizer = default);
    protected override extern T InternalDeserialize<T>(byte[] utf8Json);
    protected override extern void InternalSerialize<T>(Utf8JsonWriter writer, T response);
}

public abstract class AbstractLambdaJsonSerializer
{
    protected extern JsonWriterOptions WriterOptions { get; }
    protected extern AbstractLambdaJsonSerializer(Action<JsonWriterOptions> jsonWriterCustomizer);
    public extern T Deserialize<T>(Stream requestStream);
    public extern void Serialize<T>(T response, Stream responseStream);
    protected virtual extern JsonSerializerOptions CreateDefaultJsonSerializationOptions();
    protected abstract T InternalDeserialize<T>(byte[] utf8Json);
    protected abstract void InternalSerialize<T>(Utf8JsonWriter writer, T response);
}
