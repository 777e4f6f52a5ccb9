using System.Text.Json;

namespace BatchResource.Local.Ground.RestJson;

/// <summary>The part of Bedrock's public service model that concerns batch inference jobs: operations, shapes, constraints.</summary>
internal sealed record ServiceModel(IReadOnlyDictionary<string, Operation> Operations, IReadOnlyDictionary<string, Shape> Shapes)
{
    private static readonly Lazy<ServiceModel> Loaded = new(Load);

    public static ServiceModel Bedrock => Loaded.Value;

    private static ServiceModel Load()
    {
        using var stream = typeof(ServiceModel).Assembly.GetManifestResourceStream("bedrock-service-model.json")
            ?? throw new InvalidOperationException("the service model is not embedded in this assembly");
        return JsonSerializer.Deserialize(stream, ServiceModelJson.Default.ServiceModel)
            ?? throw new InvalidOperationException("the service model is empty");
    }
}
