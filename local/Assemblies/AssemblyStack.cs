namespace BatchResource.Local.Assemblies;

/// <summary>A stack of a cloud assembly.</summary>
internal sealed record AssemblyStack
{
    /// <summary>The name to deploy it under.</summary>
    public required string StackName { get; init; }

    public required string ArtifactId { get; init; }

    /// <summary>Says that the stack is meant for another account or Region, where it is.</summary>
    public string? OtherEnvironment { get; init; }

    public required string TemplateBody { get; init; }

    /// <summary>Values for the template's parameters that the assembly prescribes.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<FileAsset> Assets { get; init; } = [];

    /// <summary>Ids of artifacts that must be deployed first.</summary>
    public IReadOnlyList<string> Dependencies { get; init; } = [];
}
