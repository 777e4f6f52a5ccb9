using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using BatchResource.EndToEnd.Tests.Support;
using BatchResource.Tests.Shared;

namespace BatchResource.EndToEnd.Tests.Bundles;

/// <summary>On a machine without a linker the bundle is ReadyToRun code, unless a native program is asked for.</summary>
public sealed class MissingLinkerTests : IDisposable
{
    // Where the compiler's package is missing too, that is the reason: it is found first.
    private const string Reason = "(no linker was found \\(clang or gcc, with .*\\)|the package source does not carry .*)";

    private readonly string root = Directory.CreateTempSubdirectory("batchresource-linker-").FullName;
    private readonly string runtime = RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "linux-arm64" : "linux-x64";

    public MissingLinkerTests()
    {
        var provider = Directory.CreateDirectory(Path.Combine(root, "provider")).FullName;
        File.WriteAllText(Path.Combine(provider, "Program.cs"), "System.Console.WriteLine();");

        // The least that can be published in both ways, by the same switch as the provider.
        File.WriteAllText(Path.Combine(provider, "BatchResource.Provider.csproj"), """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <PublishAot Condition="'$(ProviderCompiler)' == 'Native'">true</PublishAot>
                <PublishReadyToRun Condition="'$(ProviderCompiler)' == 'ReadyToRun'">true</PublishReadyToRun>
              </PropertyGroup>
            </Project>
            """);
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    [LinuxFact("elsewhere there is another reason for it")]
    public async Task The_Bundle_Is_Compiled_Assemblies_And_One_Line_Says_Why()
    {
        var (exitCode, output) = await BundleAsync();

        Assert.True(exitCode == 0, output);
        var line = $"^The provider for {runtime} is ReadyToRun code, which starts more slowly than a native program: {Reason}\\.\n$";
        Assert.Matches(line, output);
        Assert.Matches(line, await File.ReadAllTextAsync(PathOf("note")));
        Assert.Equal("readyToRun", (string?)JsonNode.Parse(await File.ReadAllTextAsync(PathOf("json")))!["compiler"]);
        Assert.True(File.Exists(Path.Combine(root, "artifacts", "provider", runtime, "BatchResource.Provider.dll")));
    }

    [LinuxFact("elsewhere there is another reason for it")]
    public async Task Where_A_Native_Program_Is_Required_That_Is_An_Error_That_Says_Why()
    {
        var (exitCode, output) = await BundleAsync("native=true");

        Assert.Equal(1, exitCode);
        Assert.Matches($"^{runtime} cannot be compiled to a native program: {Reason}\n$", output);
        Assert.False(File.Exists(PathOf("zip")));
    }

    private Task<(int ExitCode, string Output)> BundleAsync(params string[] options)
    {
        // As the library's build has run it. It is in no solution, as that would build it twice at a time.
        var tool = Path.Combine(RepositoryFiles.Root, "eng", "Bundle", "bin", "Debug", "net10.0", "BatchResource.Bundle.dll");
        var dotnet = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));
        return CommandLine.RunAsync(
            root,
            "/usr/bin/env",
            ["PATH=/nonexistent", dotnet, tool, $"root={root}", $"dotnet={dotnet}", "version=10.0", $"runtimes={runtime}", .. options]);
    }

    private string PathOf(string extension) => Path.Combine(root, "artifacts", "provider", $"{runtime}.{extension}");
}
