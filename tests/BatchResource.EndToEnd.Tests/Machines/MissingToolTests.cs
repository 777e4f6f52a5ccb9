using System.Runtime.Versioning;
using BatchResource.EndToEnd.Tests.Support;
using BatchResource.Tests.Shared;

namespace BatchResource.EndToEnd.Tests.Machines;

/// <summary>On a machine that lacks a tool make says what to install, in one sentence, before it does anything.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class MissingToolTests : IDisposable
{
    private const string NodeNeeded =
        "BatchResource needs Node.js 22 or 24, which the AWS CDK runs on: install it from https://nodejs.org";

    private readonly string path = Directory.CreateTempSubdirectory("batch-resource-path-").FullName;

    public MissingToolTests() => File.CreateSymbolicLink(Path.Combine(path, "dirname"), "/usr/bin/dirname");

    [LinuxFact("the script is for bash")]
    public async Task Without_Node_It_Names_The_Versions_That_Work() => Assert.Equal(NodeNeeded, await AskAsync("node"));

    [LinuxFact("the script is for bash")]
    public async Task An_Old_Node_Is_Named()
    {
        await AddAsync("node", "v18.20.1");

        Assert.Equal($"{NodeNeeded} (found v18.20.1)", await AskAsync("node"));
    }

    [LinuxFact("the script is for bash")]
    public async Task A_Node_That_Works_Is_Not_Spoken_Of()
    {
        await AddAsync("node", "v20.20.2");

        Assert.Empty(await AskAsync("node"));
    }

    [LinuxFact("the script is for bash")]
    public async Task Without_Dotnet_It_Names_The_Sdk() =>
        Assert.StartsWith(
            "BatchResource needs the .NET SDK 10.0.100 or a newer 10.0: install it from", await AskAsync("dotnet"), StringComparison.Ordinal);

    public void Dispose() => Directory.Delete(path, recursive: true);

    private async Task AddAsync(string tool, string answer)
    {
        var file = Path.Combine(path, tool);
        await File.WriteAllTextAsync(file, $"#!/bin/bash\necho {answer}\n");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }

    private async Task<string> AskAsync(string tool)
    {
        var (exitCode, output) = await CommandLine.RunAsync(
            RepositoryFiles.Root, "/usr/bin/env", $"PATH={path}", "/bin/bash", "eng/missing-tool", tool);
        Assert.Equal(0, exitCode);
        return output.Trim();
    }
}
