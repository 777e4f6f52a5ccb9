using System.Text.Json.Serialization;

namespace BatchResource.Local.Bedrock.Jobs;

/// <summary>Writes jobs without reflection, and without what follows from other members.</summary>
[JsonSourceGenerationOptions(IgnoreReadOnlyProperties = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ModelInvocationJob))]
internal sealed partial class JobJournalJson : JsonSerializerContext;
