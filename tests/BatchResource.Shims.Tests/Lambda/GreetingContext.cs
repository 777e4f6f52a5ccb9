using System.Text.Json.Serialization;

namespace BatchResource.Shims.Tests.Lambda;

/// <summary>Its naming policy is there to be ignored, as the real serializer ignores it.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseUpper)]
[JsonSerializable(typeof(Greeting))]
public sealed partial class GreetingContext : JsonSerializerContext;
