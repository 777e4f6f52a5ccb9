using BatchResource.Cdk.Tests.Support;

namespace BatchResource.Cdk.Tests.Docs;

public sealed class ReadmeTests
{
    [Fact]
    public void The_Code_Of_The_Packages_Readme_Compiles()
    {
        var compiled = Flat(File.ReadAllText(Repository.PathOf("tests", "BatchResource.Cdk.Tests", "Docs", "ReadmeSnippets.cs")));
        var readme = File.ReadAllText(Repository.PathOf("cdk", "README.md")).ReplaceLineEndings("\n");
        var blocks = readme.Split("```csharp\n")[1..].Select(rest => rest.Split("```")[0]).ToList();

        Assert.Equal(5, blocks.Count);
        Assert.All(blocks, block => Assert.Contains(Flat(block), compiled, StringComparison.Ordinal));
    }

    private static string Flat(string code) =>
        string.Join('\n', code.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));
}
