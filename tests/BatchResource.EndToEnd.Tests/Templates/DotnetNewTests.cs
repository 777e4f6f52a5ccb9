using System.Text.Json.Nodes;
using BatchResource.Tests.Shared;

namespace BatchResource.EndToEnd.Tests.Templates;

/// <summary>What <c>dotnet new bedrock-batch</c> gives: an app that builds on the packed libraries and whose own test is green.</summary>
public sealed class DotnetNewTests : IDisposable
{
    private const string Version = "0.1.0-test";

    private static readonly string[] Quiet = ["-v", "quiet", "-nologo", "-nodeReuse:false", "-p:UseSharedCompilation=false"];

    private readonly string folder = Directory.CreateTempSubdirectory("batch-resource-template-").FullName;

    private string Feed => Path.Combine(folder, "feed");

    private string App => Path.Combine(folder, "nightly.reviews");

    [Fact]
    public async Task An_App_Made_Of_The_Template_Tests_Itself()
    {
        await PackAsync("cdk", "--no-build");
        await PackAsync("local", "--no-build");
        await PackAsync("templates/dotnet-new");
        var template = Path.Combine(Feed, $"BatchResource.Templates.{Version}.nupkg");
        string[] hive = ["--debug:custom-hive", Path.Combine(folder, "hive")];
        await RunAsync(folder, ["new", "install", template, .. hive]);
        await RunAsync(folder, ["new", "bedrock-batch", "-o", App, "--model", "amazon.nova-lite-v1:0", .. hive]);
        WriteSources();

        await RunAsync(App, ["test", "tests", .. Quiet]);

        Assert.Contains("\"nightly-reviews\"", Read("app/Program.cs"), StringComparison.Ordinal);
        Assert.Contains("FromFoundationModel(\"amazon.nova-lite-v1:0\")", Read("app/BatchStack.cs"), StringComparison.Ordinal);
        Assert.Contains("dotnet test tests", Read(".github/workflows/test.yml"), StringComparison.Ordinal);
        var command = (string)JsonNode.Parse(Read("cdk.json"))!["app"]!;
        Assert.True(File.Exists(Path.Combine(App, command.Split(' ')[^1])), command);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private Task PackAsync(string project, params string[] options)
    {
        // .../bin/<configuration>/<framework>/
        var configuration = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)).Parent!.Name;
        return RunAsync(
            RepositoryFiles.Root, ["pack", project, "-c", configuration, $"-p:PackageVersion={Version}", "-o", Feed, .. options, .. Quiet]);
    }

    /// <summary>Shows the app the packed libraries, and keeps them out of the packages of other apps: the next have the same version.</summary>
    private void WriteSources()
    {
        var restored = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var cdkPackages = Path.Combine(RepositoryFiles.Root, ".cdk-packages.props");
        File.WriteAllText(Path.Combine(folder, "Directory.Build.props"), $"""
            <Project>
              <Import Project="{cdkPackages}" Condition="Exists('{cdkPackages}')" />
              <PropertyGroup>
                <RestoreAdditionalProjectSources>$(RestoreAdditionalProjectSources);{Feed}</RestoreAdditionalProjectSources>
                <RestorePackagesPath>{Path.Combine(folder, "packages")}</RestorePackagesPath>
                <RestoreFallbackFolders>{restored}</RestoreFallbackFolders>
              </PropertyGroup>
            </Project>
            """);
    }

    private string Read(string path) => File.ReadAllText(Path.Combine(App, path));

    private static async Task RunAsync(string folder, string[] arguments)
    {
        var (exitCode, output) = await CommandLine.RunAsync(folder, "dotnet", arguments);
        Assert.True(exitCode == 0, $"dotnet {string.Join(' ', arguments)}:\n{output}");
    }
}
