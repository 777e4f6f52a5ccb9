using System.Runtime.InteropServices;
using BatchResource.Tests.Shared;

namespace BatchResource.Shims.Tests.RealPackages;

/// <summary>Code outside shims/ compiles with the real packages too.</summary>
[Trait("suite", "overloads")]
public sealed class OverloadTests(ReferenceBuild build, ITestOutputHelper output) : IClassFixture<ReferenceBuild>
{
    private static readonly string[] Packages =
        ["Amazon.Lambda.Core", "Amazon.Lambda.RuntimeSupport", "Amazon.Lambda.Serialization.SystemTextJson", "AWSSDK.Bedrock"];

    public static TheoryData<string> ShimmedPackages => [.. Packages];

    [Fact]
    public void What_Uses_The_Packages_Compiles_With_The_Signatures_Of_The_Real_Ones() =>
        Assert.True(build.Failures.Count == 0, string.Join('\n', build.Failures));

    [Theory]
    [MemberData(nameof(ShimmedPackages))]
    public void A_Shim_Has_Whole_Groups_Of_Members_And_Nothing_Of_Its_Own(string package)
    {
        Assert.Empty(build.Failures);
        var shim = PublicMembers.Read(Shim(package), [.. Packages.Except([package]).Select(Shim), .. Framework()]);
        var real = PublicMembers.Read(
            ReferenceBuild.AssemblyOf(package), [.. Packages.Except([package]).Select(ReferenceBuild.AssemblyOf), .. Framework()]);

        var comparison = new MemberComparison(package, shim, real);

        output.WriteLine(comparison.Summary);
        Assert.True(comparison.Problems.Count == 0, string.Join('\n', comparison.Problems));
    }

    [Fact]
    public void No_Other_Project_Names_An_Aws_Package()
    {
        string[] known = [.. ReferenceBuild.Projects, "provider/BatchResource.Provider.csproj", "eng/AwsPackages/AwsPackages.csproj"];
        string[] folders = ["bench", "cdk", "contract", "eng", "local", "provider", "templates", "tests"];
        var naming = folders
            .SelectMany(folder => Directory.EnumerateFiles(
                Path.Combine(RepositoryFiles.Root, folder), "*.csproj", SearchOption.AllDirectories))
            .Where(file => Packages.Any(package => File.ReadAllText(file).Contains($"Include=\"{package}\"", StringComparison.Ordinal)))
            .Select(file => Path.GetRelativePath(RepositoryFiles.Root, file).Replace('\\', '/'));

        Assert.Empty(naming.Except(known));
    }

    private static string Shim(string package) => Path.Combine(AppContext.BaseDirectory, $"{package}.dll");

    private static IEnumerable<string> Framework() =>
        Directory.EnumerateFiles(RuntimeEnvironment.GetRuntimeDirectory(), "*.dll")
            .Append(Path.Combine(AppContext.BaseDirectory, "AWSSDK.Core.dll"));
}
