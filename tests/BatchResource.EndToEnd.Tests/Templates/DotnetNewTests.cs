using System.Text.Json.Nodes;
using BatchResource.EndToEnd.Tests.Support;

namespace BatchResource.EndToEnd.Tests.Templates;

/// <summary>What <c>dotnet new bedrock-batch</c> gives: an app that builds on the packed libraries and whose own test is green.</summary>
public sealed class DotnetNewTests : IDisposable
{
    private readonly PackedLibraries packed = new();

    private string App => Path.Combine(packed.Folder, "nightly.reviews");

    [Fact]
    public async Task An_App_Made_Of_The_Template_Tests_Itself()
    {
        await packed.PackAsync("cdk", "--no-build");
        await packed.PackAsync("local", "--no-build");
        await packed.PackAsync("templates/dotnet-new");
        var template = Path.Combine(packed.Feed, $"BatchResource.Templates.{PackedLibraries.Version}.nupkg");
        string[] hive = ["--debug:custom-hive", Path.Combine(packed.Folder, "hive")];
        await PackedLibraries.RunAsync(packed.Folder, "dotnet", ["new", "install", template, .. hive]);
        await PackedLibraries.RunAsync(packed.Folder, "dotnet", ["new", "bedrock-batch", "-o", App, "--model", "amazon.nova-lite-v1:0", .. hive]);
        packed.WriteSources();

        await PackedLibraries.RunAsync(App, "dotnet", ["test", "tests", .. PackedLibraries.Quiet]);

        Assert.Contains("\"nightly-reviews\"", Read("app/Program.cs"), StringComparison.Ordinal);
        Assert.Contains("FromFoundationModel(\"amazon.nova-lite-v1:0\")", Read("app/BatchStack.cs"), StringComparison.Ordinal);
        Assert.Contains("dotnet test tests", Read(".github/workflows/test.yml"), StringComparison.Ordinal);
        var command = (string)JsonNode.Parse(Read("cdk.json"))!["app"]!;
        Assert.True(File.Exists(Path.Combine(App, command.Split(' ')[^1])), command);
    }

    public void Dispose() => packed.Dispose();

    private string Read(string path) => File.ReadAllText(Path.Combine(App, path));
}
