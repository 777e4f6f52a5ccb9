using BatchResource.Cdk.Tests.Support;
using BatchResource.Tests.Shared;

namespace BatchResource.Cdk.Tests.Package;

/// <summary>The NuGet package, made of the library that the tests were built with, in a folder that serves as a package source.</summary>
public sealed class PackedLibrary : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("batch-resource-package-");

    internal string Feed => Path.Combine(folder.FullName, "feed");

    internal string File => Assert.Single(Directory.GetFiles(Feed, "*.nupkg"));

    internal string Version => Path.GetFileNameWithoutExtension(File)["BatchResource.Cdk.".Length..];

    public async Task InitializeAsync()
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var (exitCode, output) = await CommandLine.RunAsync(
            RepositoryFiles.Root,
            "dotnet",
            ["pack", "cdk/BatchResource.Cdk.csproj", "--no-build", "-c", configuration, "-o", Feed, "-v", "quiet", "-nodeReuse:false"]);
        Assert.True(exitCode == 0, output);
    }

    public Task DisposeAsync()
    {
        folder.Delete(recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>
    /// Writes a project that sees the package's folder besides the configured sources. What is restored already is taken from there; the
    /// package itself is not left among it, as the next one has the same version.
    /// </summary>
    internal string WriteProject(string name, string content, string program)
    {
        var project = Directory.CreateDirectory(Path.Combine(folder.FullName, name)).FullName;
        var restored = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        System.IO.File.WriteAllText(Path.Combine(project, $"{name}.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <RestoreAdditionalProjectSources>{Feed}</RestoreAdditionalProjectSources>
                <RestorePackagesPath>{Path.Combine(folder.FullName, "packages")}</RestorePackagesPath>
                <RestoreFallbackFolders>{restored}</RestoreFallbackFolders>
              </PropertyGroup>
              {content}
            </Project>
            """);
        System.IO.File.WriteAllText(Path.Combine(project, "Program.cs"), program);
        return project;
    }
}
