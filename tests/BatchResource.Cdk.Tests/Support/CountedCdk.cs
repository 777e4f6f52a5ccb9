using System.Runtime.CompilerServices;
using BatchResource.Bench.Scale;

namespace BatchResource.Cdk.Tests.Support;

/// <summary>Sets up the CDK's process before its first use: its calls are counted.</summary>
internal static class CountedCdk
{
    public static CdkCalls Calls { get; private set; } = null!;

    [ModuleInitializer]
    internal static void Begin()
    {
        // The CDK's own check of each template takes seconds to start, and only warns. FirstContactTests has it on.
        System.Environment.SetEnvironmentVariable("CDK_VALIDATION", "false");
        Calls = CdkCalls.Begin();
    }
}
