using BatchResource.Tests.Shared;

namespace BatchResource.Contract.Tests.Documentation;

/// <summary>A reader who knows one recipe finds everything in the others.</summary>
public sealed class RecipeFormTests
{
    // The index, and the page that is about cost alone.
    private static readonly string[] OfAnotherForm = ["README.md", "cost.md"];

    public static TheoryData<string> Recipes =>
    [
        .. Directory.EnumerateFiles(RepositoryFiles.PathOf("docs/recipes"), "*.md")
            .Select(path => Path.GetFileName(path))
            .Except(OfAnotherForm, StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Recipes))]
    public void A_Recipe_Says_When_To_Use_It_What_It_Costs_What_Can_Go_Wrong_And_What_Was_Tested(string recipe)
    {
        var lines = RepositoryFiles.Read($"docs/recipes/{recipe}").Split('\n');

        Assert.StartsWith("# ", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("Use this ", lines[1], StringComparison.Ordinal);
        Assert.Equal(
            ["## What does it cost?", "## What can go wrong?", "## What was tested?"],
            lines.Where(line => line.StartsWith("## ", StringComparison.Ordinal)).TakeLast(3));
    }
}
