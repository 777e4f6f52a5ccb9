using BatchResource.Tests.Shared;

namespace BatchResource.Shims.Tests.RealPackages;

/// <summary>
/// Everything outside shims/ that uses AWS's packages, compiled with the signatures of the real ones (shims/reference/): as near to an
/// ordinary machine as a package source without them lets us come.
/// </summary>
public sealed class ReferenceBuild : IAsyncLifetime
{
    private const string Output = "artifacts/build/reference";

    // The analyzers have seen these sources already, in the solution's build.
    private static readonly string[] Options =
    [
        "--artifacts-path", Output, "-v", "quiet", "-nologo", "-tl:off", "-nodeReuse:false",
        "-p:RunAnalyzers=false", "-p:EnforceCodeStyleInBuild=false", "-p:UseAwsShims=true",
        $"-p:AwsShimFolder={Path.Combine(RepositoryFiles.Root, "shims", "reference")}{Path.DirectorySeparatorChar}",
    ];

    /// <summary>What the compiler said of each project that does not compile.</summary>
    public List<string> Failures { get; } = [];

    /// <summary>The projects outside shims/ that name an AWS package, and those that see them through the provider.</summary>
    public static IReadOnlyList<string> Projects { get; } =
    [
        "tests/BatchResource.Provider.Tests/BatchResource.Provider.Tests.csproj",
        "tests/BatchResource.Local.Tests/BatchResource.Local.Tests.csproj",
    ];

    /// <summary>The assembly of a package's signatures.</summary>
    public static string AssemblyOf(string package) =>
        Path.Combine(RepositoryFiles.Root, Output, "bin", package, "debug", $"{package}.dll");

    public async Task InitializeAsync()
    {
        foreach (var project in Projects)
        {
            var (exitCode, output) = await CommandLine.RunAsync(RepositoryFiles.Root, "dotnet", ["build", project, .. Options]);
            if (exitCode != 0)
                Failures.Add(output);
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;
}
