using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.Lambda.Core;
using Amazon.Lambda.Serialization.SystemTextJson;

namespace BatchResource.Provider;

/// <summary>The event as Lambda's serializer reads it: any JSON, so that a malformed event still gets an answer.</summary>
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class ProviderJsonContext : JsonSerializerContext
{
    // Properties can nest as deep as their template. With the usual limit of 64, an event could be refused before anything can answer it.
    private const int Depth = 1000;

    /// <summary>Reads events for Lambda's runtime.</summary>
    public static ILambdaSerializer CreateSerializer() =>
        // The type is named because another constructor takes the writer's options, which have a MaxDepth too.
        new SourceGeneratorLambdaJsonSerializer<ProviderJsonContext>((JsonSerializerOptions options) => options.MaxDepth = Depth);
}
