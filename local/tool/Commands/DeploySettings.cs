using BatchResource.Local.Tool.Accounts;

namespace BatchResource.Local.Tool.Commands;

/// <summary>What <c>deploy</c> was told.</summary>
internal sealed record DeploySettings(
    string Path,
    DeployOptions Options,
    FaultSettings Faults,
    IReadOnlyList<string> FailingResources,
    bool WaitForJobs,
    bool SimulateUnknown,
    double Speed,
    string StateFolder);
