using System.Text.Json.Nodes;

namespace BatchResource.Local.Iam;

/// <summary>A role as the template declares it, with every reference resolved.</summary>
/// <param name="Arn">The role's ARN.</param>
/// <param name="Name">The role's name, by which policies attach themselves.</param>
public sealed record IamRole(string Arn, string Name)
{
    /// <summary>Who may assume the role, and under which conditions.</summary>
    public JsonObject TrustPolicy { get; init; } = [];

    /// <summary>The policies written into the role itself, by name.</summary>
    public IReadOnlyDictionary<string, JsonObject> Inline { get; init; } = new Dictionary<string, JsonObject>();

    /// <summary>The managed policies that the role names: AWS's own, or those of a template.</summary>
    public IReadOnlyList<string> ManagedPolicyArns { get; init; } = [];
}
