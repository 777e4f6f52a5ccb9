using System.Diagnostics;
using BatchResource.Tests.Shared;

namespace BatchResource.EndToEnd.Tests.Accounts;

/// <summary>A test that deploys to a real AWS account, and is skipped unless somebody wants that and can.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RealAccountFactAttribute : FactAttribute
{
    private const string OptIn = "BATCHRESOURCE_REAL_ACCOUNT";

    public RealAccountFactAttribute() => Skip = WhyNot();

    private static string? WhyNot()
    {
        if (Environment.GetEnvironmentVariable(OptIn) != "1")
            return $"it deploys to the AWS account that you are signed in to, and costs; {OptIn}=1 asks for it, see CONTRIBUTING.md";
        if (new[] { "aws", "npx" }.FirstOrDefault(program => !CommandLine.Has(program)) is { } missing)
            return $"{missing} is not on the path";

        using var identity = Process.Start(new ProcessStartInfo("aws", ["sts", "get-caller-identity"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        identity.WaitForExit();
        return identity.ExitCode == 0 ? null : "the AWS CLI has no valid credentials (aws sts get-caller-identity)";
    }
}
