using System.Text.Json.Serialization;

namespace BatchResource.Local.Ground.RestJson;

/// <summary>Reads the service model without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ServiceModel))]
internal sealed partial class ServiceModelJson : JsonSerializerContext;
