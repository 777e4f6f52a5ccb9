using System.Text.RegularExpressions;
using BatchResource.Tests.Shared;

namespace BatchResource.Contract.Tests.Documentation;

/// <summary>Every rule of docs/lifecycle.md has a test that names it, and every guarantee names tests that exist.</summary>
public sealed partial class LifecycleTests
{
    private static readonly string Document = RepositoryFiles.Read("docs/lifecycle.md");

    private static readonly IReadOnlyDictionary<string, string> Sources = Directory
        .EnumerateFiles(Path.Combine(RepositoryFiles.Root, "tests"), "*Tests.cs", SearchOption.AllDirectories)
        .GroupBy(file => Path.GetFileNameWithoutExtension(file), StringComparer.Ordinal)
        .ToDictionary(files => files.Key, files => string.Concat(files.Select(File.ReadAllText)), StringComparer.Ordinal);

    public static TheoryData<string> Rules => [.. RuleNames];

    private static IEnumerable<string> RuleNames => Rule().Matches(Document).Select(match => match.Groups[1].Value);

    public static TheoryData<string> Guarantees => [.. Below("What is guaranteed").Select(row => row.Split('|')[1].Trim())];

    [Fact]
    public void Every_Rule_Is_There_Once() => Assert.Equal(
        [
            "L1", "L10", "L11", "L12", "L13", "L14", "L15", "L15a", "L15b", "L16", "L2", "L3", "L4", "L5", "L6", "L6a", "L7", "L8", "L9",
            "L9a",
        ],
        RuleNames.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_Rule_Is_Named_By_A_Test_Of_Its_Own(string rule) =>
        Assert.Contains(Sources.Values, source => source.Contains($"[Trait(\"rule\", \"{rule}\")]", StringComparison.Ordinal));

    [Fact]
    public void No_Test_Names_A_Rule_That_Does_Not_Exist() => Assert.Subset(
        RuleNames.Append("L1-L15").ToHashSet(StringComparer.Ordinal),
        Sources.Values
            .SelectMany(source => Named().Matches(source))
            .Select(match => match.Groups[1].Value)
            .ToHashSet(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Guarantees))]
    public void A_Guarantee_Is_Shown_By_Tests_That_Exist(string guarantee)
    {
        var row = Below("What is guaranteed").Single(row => row.Split('|')[1].Trim() == guarantee);
        var names = Code().Matches(row.Split('|')[2]).Select(match => match.Groups[1].Value).ToList();

        Assert.NotEmpty(names);
        Assert.All(names, name => Assert.True(Exists(name), $"there is no test {name}"));
    }

    private static bool Exists(string name)
    {
        var parts = name.Split('.');
        return Sources.TryGetValue(parts[0], out var source)
            && (parts.Length == 1 || source.Contains($" {parts[1]}(", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Below(string heading) => Document
        .Split($"\n## {heading}\n")[1].Split("\n#")[0].Split('\n')
        .Where(line => line.StartsWith('|') && !line.StartsWith("|---", StringComparison.Ordinal))
        .Skip(1);

    [GeneratedRegex(@"^\| \*\*(L\d+[a-z]?)\*\* ", RegexOptions.Multiline)]
    private static partial Regex Rule();

    [GeneratedRegex("""\[Trait\("rule", "([^"]+)"\)\]""")]
    private static partial Regex Named();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();
}
