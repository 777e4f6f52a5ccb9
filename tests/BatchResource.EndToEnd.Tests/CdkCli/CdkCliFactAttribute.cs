using BatchResource.Tests.Shared;

namespace BatchResource.EndToEnd.Tests.CdkCli;

/// <summary>A test that runs the CDK's command line, which package.json pins, and interrupts it.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CdkCliFactAttribute : FactAttribute
{
    public CdkCliFactAttribute() => Skip = Missing();

    private static string? Missing() =>
        OperatingSystem.IsWindows() ? "Windows has no signal that interrupts another program"
        : !CommandLine.Has("node") ? "Node.js is not on the path"
        : !File.Exists(CdkCommand.Path) ? "the CDK's command line is not installed: npm ci installs it"
        : null;
}
