using System.Text.RegularExpressions;
using BatchResource.EndToEnd.Tests.CdkCli;
using BatchResource.EndToEnd.Tests.Support;
using BatchResource.Local;
using BatchResource.Tests.Shared;

namespace BatchResource.EndToEnd.Tests.Templates;

/// <summary>
/// What a newcomer does: <c>cdk init</c>, add the packed library and nothing else, paste the README's example as it stands, <c>cdk
/// synth</c>, deploy.
/// </summary>
public sealed partial class FirstContactTests : IDisposable
{
    private const string Stack = "MyAppStack";
    private const int Records = 100;

    private readonly CancellationTokenSource guard = new(TimeSpan.FromMinutes(10));
    private readonly PackedLibraries packed = new();

    private string App => Path.Combine(packed.Folder, "my-app");

    private string Project => Path.Combine(App, "src", "MyApp");

    public void Dispose()
    {
        guard.Dispose();
        packed.Dispose();
    }

    [Theory]
    [InlineData("net8.0")]
    [InlineData("net10.0")]
    public async Task An_App_Of_The_Cdks_Template_Deploys_The_Readmes_Example(string framework)
    {
        await packed.PackAsync("cdk", "--no-build");
        Directory.CreateDirectory(App);
        await PackedLibraries.RunAsync(App, "node", [CdkCommand.Path, "init", "app", "--language", "csharp", "--generate-only"]);
        packed.WriteSources();
        Retarget(framework);
        await PackedLibraries.RunAsync(App, "dotnet", ["add", "src/MyApp", "package", "BatchResource.Cdk", "--version", PackedLibraries.Version]);
        PasteTheReadmesExample();

        await PackedLibraries.RunAsync(App, "node", [CdkCommand.Path, "synth", "--quiet"]);

        await using var aws = await LocalAws.StartAsync(cancellationToken: guard.Token);
        (await aws.DeployAsync(Path.Combine(App, "cdk.out"), Stack, guard.Token)).EnsureSucceeded();
        Assert.Single(aws.Jobs);
    }

    private void Retarget(string framework)
    {
        var project = Path.Combine(Project, "MyApp.csproj");
        var text = File.ReadAllText(project);
        Assert.Contains("<TargetFramework>net8.0<", text, StringComparison.Ordinal);
        File.WriteAllText(project, text.Replace("<TargetFramework>net8.0<", $"<TargetFramework>{framework}<", StringComparison.Ordinal));
    }

    private void PasteTheReadmesExample()
    {
        var example = FirstExample().Match(RepositoryFiles.Read("README.md")).Groups["code"].Value;
        var name = ClassName().Match(example).Groups["name"].Value;
        File.WriteAllText(Path.Combine(Project, "Example.cs"), example);
        File.WriteAllText(Path.Combine(Project, "Program.cs"), $"""
            using Amazon.CDK;

            var app = new App();
            new Examples.{name}(app, "{Stack}");
            app.Synth();
            """);
        File.WriteAllLines(Path.Combine(App, "prompts.jsonl"), Enumerable.Range(1, Records).Select(number =>
            $$$"""{"recordId":"record{{{number}}}","modelInput":{"messages":[{"role":"user","content":[{"text":"{{{number}}}?"}]}]}}"""));
    }

    [GeneratedRegex("```csharp\n(?<code>.*?)```", RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FirstExample();

    [GeneratedRegex("class (?<name>[A-Za-z]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ClassName();
}
