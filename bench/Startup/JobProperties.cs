using System.Text.Json.Nodes;

namespace BatchResource.Bench.Startup;

/// <summary>The type and the properties of a custom resource that stands for a job.</summary>
/// <param name="ResourceType">The type in the template.</param>
/// <param name="Properties">Its properties.</param>
internal sealed record JobProperties(string ResourceType, JsonObject Properties);
