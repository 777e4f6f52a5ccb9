using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.Lambda.Core;
using Amazon.Lambda.Serialization.SystemTextJson;

namespace BatchResource.Provider;

/// <summary>The event as Lambda's serializer hands it over: any JSON, so that a malformed one still reaches what answers it.</summary>
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class ProviderJsonContext : JsonSerializerContext
{
    // Properties nest as deep as their template; at the usual 64 an event would be refused before anything could answer it.
    private const int Depth = 1000;

    /// <summary>Reads events for Lambda's runtime.</summary>
    public static ILambdaSerializer CreateSerializer() =>
        // The type is named because another constructor takes the writer's options, which have a MaxDepth too.
        new SourceGeneratorLambdaJsonSerializer<ProviderJsonContext>((JsonSerializerOptions options) => options.MaxDepth = Depth);
}
