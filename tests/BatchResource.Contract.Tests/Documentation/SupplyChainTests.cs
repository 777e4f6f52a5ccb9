using System.Text.RegularExpressions;
using System.Xml.Linq;
using BatchResource.Tests.Shared;

namespace BatchResource.Contract.Tests.Documentation;

/// <summary>What SECURITY.md says of the packages that the project is made with, and the workflows of their actions.</summary>
public sealed partial class SupplyChainTests
{
    private static readonly string[] NotOurs = ["artifacts", "bin", "cdk.out", "node_modules", "obj"];
    private static readonly string[] BuiltBy =
        [".github/workflows/ci.yml", ".github/workflows/nightly.yml", ".github/workflows/release.yml"];

    [Fact]
    public void The_Function_Refers_To_Packages_Of_Aws_Only()
    {
        var packages = References("provider/BatchResource.Provider.csproj").Concat(References("contract/BatchResource.Contract.csproj"));

        Assert.Equal(
            [
                "AWSSDK.Bedrock", "AWSSDK.Core", "Amazon.Lambda.Core", "Amazon.Lambda.RuntimeSupport",
                "Amazon.Lambda.Serialization.SystemTextJson",
            ],
            packages.Where(package => package.Attribute("PrivateAssets") is null)
                .Select(package => package.Attribute("Include")!.Value)
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Versions_Stand_In_One_File_And_Are_Exact()
    {
        var versions = XDocument.Parse(RepositoryFiles.Read("Directory.Packages.props")).Descendants("PackageVersion");
        Assert.All(versions, package => Assert.Matches(ExactOrLowestOfAMajor(), package.Attribute("Version")!.Value));

        var projects = Directory.EnumerateFiles(RepositoryFiles.Root, "*.csproj", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(RepositoryFiles.Root, file))
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Intersect(NotOurs).Any());
        var (templates, ours) = (projects.Where(IsOfTemplate).ToList(), projects.Where(project => !IsOfTemplate(project)));
        Assert.All(ours, project => Assert.All(References(project), package => Assert.Null(package.Attribute("Version"))));

        // A user's new app has no central file: it begins with the versions of ours, and the packages of its own release.
        Assert.NotEmpty(templates);
        Assert.All(templates, project => Assert.All(References(project), package =>
        {
            var name = package.Attribute("Include")!.Value;
            var central = versions.FirstOrDefault(version => version.Attribute("Include")!.Value == name)?.Attribute("Version")!.Value;
            Assert.Equal(central ?? "BATCHRESOURCE_VERSION", package.Attribute("Version")!.Value);
        }));
    }

    private static bool IsOfTemplate(string project) =>
        project.StartsWith(Path.Combine("templates", "dotnet-new", "content"), StringComparison.Ordinal);

    [Fact]
    public void Workflows_Use_Actions_By_Digest_And_May_Do_Nothing_Unless_They_Say_So()
    {
        Assert.All(BuiltBy, path =>
        {
            var workflow = RepositoryFiles.Read(path);
            var uses = workflow.Split('\n').Where(line => line.Contains("uses: ", StringComparison.Ordinal)).ToList();
            Assert.NotEmpty(uses);
            Assert.All(uses, line => Assert.Matches("uses: [A-Za-z0-9-]+/[a-z-]+@[0-9a-f]{40} # v[0-9]+[.][0-9]+[.][0-9]+$", line));
            Assert.Contains("\npermissions:\n  contents: read\n", workflow, StringComparison.Ordinal);
        });
    }

    // NuGet takes the lowest version of a range.
    [GeneratedRegex("^([0-9]+([.][0-9]+)+|\\[[0-9]+([.][0-9]+)+,[0-9]+[.]0[.]0\\))$", RegexOptions.ExplicitCapture)]
    private static partial Regex ExactOrLowestOfAMajor();

    private static IEnumerable<XElement> References(string project) =>
        XDocument.Parse(RepositoryFiles.Read(project)).Descendants("PackageReference");
}
