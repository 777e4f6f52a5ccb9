using BatchResource.EndToEnd.Tests.Support;
using BatchResource.Local;
using BatchResource.Local.CloudFormation;
using BatchResource.Local.Lambda;

namespace BatchResource.EndToEnd.Tests.Bundles;

/// <summary>.NET ends a process that needs OpenSSL and finds none. The provider finds out before, and says so (L1).</summary>
[Trait("rule", "L1")]
public sealed class MissingOpenSslTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("batchresource-openssl-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [LinuxFact]
    public async Task The_Stack_Is_Told_And_Nothing_Is_Started()
    {
        // What is found first is loaded, or fails to be.
        foreach (var version in new[] { "3", "1.1", "1.0.2", "1.0.0", "10" })
            await File.WriteAllTextAsync(Path.Combine(folder, $"libssl.so.{version}"), "");
        await using var aws = await LocalAws.StartAsync(new()
        {
            FunctionEnvironment = new Dictionary<string, string> { ["LD_LIBRARY_PATH"] = folder },
        });

        var stack = await aws.DeployAsync(await SampleAssembly.FolderAsync, "NightlySummaries");

        Assert.Equal(StackStatus.RollbackComplete, stack.Status);
        Assert.Contains(stack.Events, e => e.ResourceStatusReason?.Contains("no OpenSSL (libssl.so.3)", StringComparison.Ordinal) == true);
        Assert.Empty(aws.Jobs);
        Assert.DoesNotContain(
            aws.Lambda.Attempts, attempt => attempt.Outcome is InvocationOutcome.Crashed or InvocationOutcome.InitFailed);
    }
}
