namespace BatchResource.Local.CloudFormation.Stacks;

/// <summary>What a stack was before an update, to go back to when it fails.</summary>
internal sealed record StackSnapshot(
    string TemplateBody,
    IReadOnlyDictionary<string, string> Parameters,
    IReadOnlyDictionary<string, ResourceState> Resources)
{
    public string? Description { get; init; }

    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    public static StackSnapshot Of(StackState state) => new(state.TemplateBody, state.Parameters, state.Resources.ToDictionary())
    {
        Description = state.Description,
        Tags = state.Tags,
    };
}
