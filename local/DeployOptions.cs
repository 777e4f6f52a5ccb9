using System.Text.Json.Nodes;

namespace BatchResource.Local;

/// <summary>What to deploy of a cloud assembly, and how.</summary>
public sealed record DeployOptions
{
    /// <summary>The stack's name or artifact id; may be absent when the assembly has only one.</summary>
    public string? StackName { get; init; }

    /// <summary>Values for the template's parameters. On an update, parameters that are absent keep their value.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// Whether everything stays as it is when a resource fails, as with <c>cdk deploy --no-rollback</c>: deploy again to go on from there,
    /// or call <see cref="LocalAws.RollbackAsync"/> to go back. A deployment with rollback goes back first.
    /// </summary>
    public bool DisableRollback { get; init; }

    /// <summary>Changes the template in memory before it is deployed, to see what such an update would do.</summary>
    public Action<JsonObject>? EditTemplate { get; init; }
}
