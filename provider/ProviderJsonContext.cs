using System.Text.Json;
using System.Text.Json.Serialization;

namespace BatchResource.Provider;

/// <summary>The event as Lambda's serializer hands it over: any JSON, so that a malformed event still reaches the code that answers it.</summary>
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class ProviderJsonContext : JsonSerializerContext;
