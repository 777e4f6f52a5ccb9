using BatchResource.Tests.Shared;

namespace BatchResource.EndToEnd.Tests.Support;

/// <summary>A folder outside the repository with the packed libraries, for apps as a user has them.</summary>
internal sealed class PackedLibraries : IDisposable
{
    public const string Version = "0.1.0-test";

    public static readonly string[] Quiet = ["-v", "quiet", "-nologo", "-nodeReuse:false"];

    /// <summary>Where apps go.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("batch-resource-app-").FullName;

    /// <summary>Where the packages are.</summary>
    public string Feed => Path.Combine(Folder, "feed");

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    /// <summary>Packs a project as it is built.</summary>
    public Task PackAsync(string project, params string[] options)
    {
        // .../bin/<configuration>/<framework>/
        var configuration = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)).Parent!.Name;
        return RunAsync(
            RepositoryFiles.Root,
            "dotnet",
            ["pack", project, "-c", configuration, $"-p:PackageVersion={Version}", "-o", Feed, .. options, .. Quiet]);
    }

    /// <summary>
    /// Shows apps the packed libraries, and keeps them out of the packages of other apps: the next have the same version.
    /// </summary>
    public void WriteSources()
    {
        var restored = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var cdkPackages = Path.Combine(RepositoryFiles.Root, ".cdk-packages.props");
        File.WriteAllText(Path.Combine(Folder, "Directory.Build.props"), $"""
            <Project>
              <Import Project="{cdkPackages}" Condition="Exists('{cdkPackages}')" />
              <PropertyGroup>
                <RestoreAdditionalProjectSources>$(RestoreAdditionalProjectSources);{Feed}</RestoreAdditionalProjectSources>
                <RestorePackagesPath>{Path.Combine(Folder, "packages")}</RestorePackagesPath>
                <RestoreFallbackFolders>{restored}</RestoreFallbackFolders>
              </PropertyGroup>
            </Project>
            """);
    }

    /// <summary>Runs a command that must succeed.</summary>
    public static async Task RunAsync(string folder, string command, string[] arguments)
    {
        var (exitCode, output) = await CommandLine.RunAsync(folder, command, arguments);
        Assert.True(exitCode == 0, $"{command} {string.Join(' ', arguments)}:\n{output}");
    }
}
