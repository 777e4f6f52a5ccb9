using BatchResource.Local.CloudFormation;
using BatchResource.Local.Ground;

namespace BatchResource.Local.Tool.Commands;

/// <summary>What <c>serve</c> was told.</summary>
internal sealed record ServeSettings(
    int Port,
    Account Account,
    string AccessKeyId,
    string SecretAccessKey,
    double Speed,
    string StateFolder,
    long MinimumRecords,
    double ThrottledShare)
{
    /// <summary>Whether resource types that are not known are simulated.</summary>
    public bool SimulateUnknown { get; init; }

    /// <summary>Resources that fail, by logical id.</summary>
    public IReadOnlyDictionary<string, SimulatedFailure> Failures { get; init; } = new Dictionary<string, SimulatedFailure>();
}
