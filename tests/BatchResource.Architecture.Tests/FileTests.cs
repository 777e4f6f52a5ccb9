using System.Text.RegularExpressions;
using BatchResource.Tests.Shared;

namespace BatchResource.Architecture.Tests;

/// <summary>
/// A file has one type and its name. Below that type may stand a small one (a record, an enum) that is read only with it, such as what
/// one of its methods returns.
/// </summary>
public sealed partial class FileTests
{
    private const int LongestCompanion = 20;
    private static readonly string[] Folders = ["contract", "provider", "cdk", "local", "eng", "bench", "shims", "tests"];

    private const int LongestFile = 300;
    private const int LongestLine = 140;

    [Fact]
    public void No_File_Of_The_Local_Aws_Is_Too_Long_Or_Too_Wide()
    {
        var tests = RepositoryFiles.Sources("tests/BatchResource.Local.Tests").Where(path => Lines(path).Length > LongestFile);
        var tooLong = RepositoryFiles.Sources("local").Where(path => Lines(path).Length > LongestFile).Concat(tests);
        var tooWide = RepositoryFiles.Sources("local").SelectMany(path => Lines(path)
            .Index()
            .Where(line => line.Item.Length > LongestLine)
            .Select(line => $"{path}:{line.Index + 1} has {line.Item.Length} columns"));

        Assert.Empty(tooLong);
        Assert.Empty(tooWide);
    }

    [Fact]
    public void A_File_Has_The_Name_Of_Its_First_Type_And_Beside_It_Only_Small_Ones()
    {
        var problems = Folders.SelectMany(RepositoryFiles.Sources).Where(path => !IsReference(path)).SelectMany(Problems).ToList();

        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    /// <summary>Signatures of a package, all in one place to be compared with it.</summary>
    private static bool IsReference(string path) => path.StartsWith("shims/reference/", StringComparison.Ordinal);

    private static string[] Lines(string path) => RepositoryFiles.Read(path).TrimEnd('\n').Split('\n');

    private static IEnumerable<string> Problems(string path)
    {
        var lines = Lines(path);
        var types = Enumerable.Range(0, lines.Length).Where(line => Declaration().IsMatch(lines[line])).ToList();
        if (types.Count == 0)
            yield break;
        var name = Declaration().Match(lines[types[0]]).Groups["name"].Value;
        if (Path.GetFileName(path).Split('.')[0] != name)
            yield return $"{path} is not named for {name}";
        for (var type = 1; type < types.Count; type++)
        {
            var end = type + 1 < types.Count ? types[type + 1] : lines.Length;
            if (end - types[type] > LongestCompanion)
                yield return $"{path}: {Declaration().Match(lines[types[type]]).Groups["name"].Value} is too long to stand in another's file";
        }
    }

    [GeneratedRegex(@"^(public|internal|file)\b.*\b(class|record|struct|interface|enum)\s+(struct\s+|class\s+)?(?<name>\w+)")]
    private static partial Regex Declaration();
}
