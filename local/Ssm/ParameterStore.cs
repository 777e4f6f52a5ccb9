using System.Collections.Concurrent;

namespace BatchResource.Local.Ssm;

/// <summary>The parameters of AWS Systems Manager in the local account.</summary>
internal sealed class ParameterStore
{
    /// <summary>What `cdk bootstrap` would have left: newer than any version that a CDK app asks for.</summary>
    private const string BootstrapVersion = "31";

    private readonly ConcurrentDictionary<string, string> values = new();

    /// <summary>Writes a parameter.</summary>
    public void Put(string name, string value) => values[name] = value;

    /// <summary>Deletes a parameter.</summary>
    public void Remove(string name) => values.TryRemove(name, out _);

    /// <summary>The parameter's value, or null. The account counts as bootstrapped under every qualifier.</summary>
    public string? Find(string name) => values.GetValueOrDefault(name) ?? (IsBootstrapVersion(name) ? BootstrapVersion : null);

    private static bool IsBootstrapVersion(string name) =>
        name.StartsWith("/cdk-bootstrap/", StringComparison.Ordinal) && name.EndsWith("/version", StringComparison.Ordinal);
}
