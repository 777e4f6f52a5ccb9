using System.Text.Json.Nodes;

namespace BatchResource.Local.Iam;

/// <summary>
/// The roles of the local account and the policies that are attached to them, as the templates declare them. Safe for use by many
/// threads; the documents that it hands out must not be changed.
/// </summary>
public sealed class IamRegistry
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, IamRole> rolesByName = [];
    private readonly Dictionary<string, AttachedPolicy> policies = [];

    /// <summary>Creates a role, or replaces what is known of it.</summary>
    public void PutRole(IamRole role)
    {
        lock (gate)
            rolesByName[role.Name] = role;
    }

    /// <summary>Forgets a role.</summary>
    public void RemoveRole(string name)
    {
        lock (gate)
            rolesByName.Remove(name);
    }

    /// <summary>Creates a policy, or replaces it.</summary>
    /// <param name="id">Its physical id: the ARN of a managed policy, the name of an inline one.</param>
    /// <param name="document">The policy document.</param>
    /// <param name="roleNames">The roles that it attaches itself to.</param>
    public void PutPolicy(string id, JsonObject document, IReadOnlyList<string> roleNames)
    {
        lock (gate)
            policies[id] = new(document, roleNames);
    }

    /// <summary>Forgets a policy.</summary>
    public void RemovePolicy(string id)
    {
        lock (gate)
            policies.Remove(id);
    }

    /// <summary>The role with that ARN, or null.</summary>
    public IamRole? FindRole(string roleArn)
    {
        lock (gate)
            return rolesByName.Values.FirstOrDefault(role => role.Arn == roleArn);
    }

    /// <summary>
    /// Every policy document in force for a role: its inline policies, those attached to it and the templates' managed policies that
    /// it names. AWS's own managed policies are in <see cref="IamRole.ManagedPolicyArns"/> only. Empty for an unknown role.
    /// </summary>
    public IReadOnlyList<JsonObject> PoliciesOf(string roleArn)
    {
        lock (gate)
        {
            var role = rolesByName.Values.FirstOrDefault(role => role.Arn == roleArn);
            if (role is null)
                return [];
            var attached = policies
                .Where(policy => policy.Value.RoleNames.Contains(role.Name) || role.ManagedPolicyArns.Contains(policy.Key))
                .Select(policy => policy.Value.Document);
            return [.. role.Inline.Values, .. attached];
        }
    }

    private sealed record AttachedPolicy(JsonObject Document, IReadOnlyList<string> RoleNames);
}
