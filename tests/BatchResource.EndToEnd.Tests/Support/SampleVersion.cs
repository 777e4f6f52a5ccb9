using System.Text.Json.Nodes;
using BatchResource.Local.Tool.Demo;

namespace BatchResource.EndToEnd.Tests.Support;

/// <summary>A version of the sample app, as if its code had been changed.</summary>
/// <param name="Model">Which model the job uses (0 to 2): what a new job is needed for.</param>
/// <param name="Tag">The value of a tag: what the same job can be given.</param>
internal sealed record SampleVersion(int Model = 0, string? Tag = null)
{
    private static readonly string[] Models = ["amazon.nova-micro-v1:0", "amazon.nova-lite-v1:0", "amazon.nova-pro-v1:0"];

    /// <summary>The end of the ARN that Bedrock knows the model by.</summary>
    public string ModelId => Models[Model];

    /// <summary>Properties to set over those of the sample, or to remove where they are null.</summary>
    public IReadOnlyDictionary<string, JsonNode?> Properties { get; init; } = new Dictionary<string, JsonNode?>();

    public void ApplyTo(JsonObject template)
    {
        if (Model > 0)
            SampleTemplate.ReplaceModel(template, ModelId);
        if (Tag is not null)
            SampleTemplate.AddTag(template, "version", Tag);
        var job = SampleStack.Job(template).Value["Properties"]!.AsObject();
        foreach (var (name, value) in Properties)
        {
            job.Remove(name);
            if (value is not null)
                job[name] = value.DeepClone();
        }
    }
}
