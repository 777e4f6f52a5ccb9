using System.Runtime.CompilerServices;
using BatchResource.Bench.Scale;

namespace BatchResource.Cdk.Tests.Support;

/// <summary>Counts the calls of the CDK's process from the first on.</summary>
internal static class CountedCdk
{
    public static CdkCalls Calls { get; private set; } = null!;

    [ModuleInitializer]
    internal static void Begin() => Calls = CdkCalls.Begin();
}
