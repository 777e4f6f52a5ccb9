using System.Collections.Concurrent;

namespace BatchResource.Local.Ssm;

/// <summary>The parameters of AWS Systems Manager in the local account.</summary>
internal sealed class ParameterStore
{
    /// <summary>What `cdk bootstrap` would have left: newer than any version that a CDK app asks for.</summary>
    private const string BootstrapVersion = "31";

    private readonly ConcurrentDictionary<string, StoredParameter> values = new();

    public IReadOnlyList<StoredParameter> All => [.. values.Values.OrderBy(parameter => parameter.Name, StringComparer.Ordinal)];

    /// <summary>Writes a parameter.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value.</param>
    /// <param name="type"><c>String</c>, <c>StringList</c> or <c>SecureString</c>.</param>
    /// <param name="description">What it is for.</param>
    public StoredParameter Put(string name, string value, string type = "String", string? description = null) => values.AddOrUpdate(
        name,
        _ => new(name, type, value, 1, description),
        (_, before) => new(name, type, value, before.Version + 1, description ?? before.Description));

    /// <summary>Deletes a parameter.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Remove(string name) => values.TryRemove(name, out _);

    /// <summary>The parameter that was written, or null.</summary>
    public StoredParameter? Stored(string name) => values.GetValueOrDefault(name);

    /// <summary>The parameter's value, or null. The account counts as bootstrapped under every qualifier.</summary>
    public string? Find(string name) => Stored(name)?.Value ?? (IsBootstrapVersion(name) ? BootstrapVersion : null);

    private static bool IsBootstrapVersion(string name) =>
        name.StartsWith("/cdk-bootstrap/", StringComparison.Ordinal) && name.EndsWith("/version", StringComparison.Ordinal);
}
