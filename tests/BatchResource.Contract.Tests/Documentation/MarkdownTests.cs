using System.Text.RegularExpressions;
using BatchResource.Tests.Shared;

namespace BatchResource.Contract.Tests.Documentation;

/// <summary>The documents lead to what is there, and show code that is compiled or deployed somewhere.</summary>
public sealed partial class MarkdownTests
{
    private static readonly string[] NotOurs = ["node_modules", "artifacts", "cdk.out", "bin", "obj", ".git"];

    // Those of packages: where packages are shown, a comment would be seen.
    private static readonly Dictionary<string, string> CompiledFor = new(StringComparer.Ordinal)
    {
        ["cdk/README.md"] = "tests/BatchResource.Cdk.Tests/Docs/ReadmeSnippets.cs",
        ["local/README.md"] = "tests/BatchResource.EndToEnd.Tests/Samples/TestingYourStackTests.cs",
    };

    public static TheoryData<string> Documents => [.. Find(new DirectoryInfo(RepositoryFiles.Root))];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_Relative_Link_Leads_To_A_File_And_Its_Heading(string document)
    {
        var folder = Path.GetDirectoryName(Path.Combine(RepositoryFiles.Root, document))!;
        foreach (Match link in Link().Matches(WithoutCode(RepositoryFiles.Read(document))))
        {
            var (path, anchor) = link.Groups["target"].Value.Split('#') is [var before, var after]
                ? (before, after)
                : (link.Groups["target"].Value, null);
            var target = path.Length == 0 ? Path.Combine(RepositoryFiles.Root, document) : Path.GetFullPath(Path.Combine(folder, path));
            Assert.True(Path.Exists(target), $"{document}: {link.Value} leads nowhere");
            Assert.True(
                anchor is null || Headings(File.ReadAllText(target)).Contains(anchor, StringComparer.Ordinal),
                $"{document}: {link.Value} leads to no heading");
        }
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void An_Excerpt_Is_What_The_File_It_Names_Holds(string document)
    {
        foreach (Match excerpt in Excerpt().Matches(RepositoryFiles.Read(document)))
        {
            var source = excerpt.Groups["source"].Value;
            Assert.True(
                Undented(RepositoryFiles.Read(source)).Contains(Undented(excerpt.Groups["code"].Value), StringComparison.Ordinal),
                $"{document}: an excerpt of {source} is not in it any more:\n{excerpt.Groups["code"].Value}");
        }
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Code_In_A_Document_Is_An_Excerpt(string document)
    {
        var text = RepositoryFiles.Read(document);
        if (!CompiledFor.TryGetValue(document, out var source))
        {
            Assert.Equal(Fence().Count(text), Excerpt().Count(text));
            return;
        }

        var compiled = Undented(RepositoryFiles.Read(source));
        Assert.Equal(Fence().Count(text), Code().Count(text));
        Assert.NotEmpty(Code().Matches(text));
        Assert.All(Code().Matches(text), block =>
            Assert.Contains(Undented(block.Groups["code"].Value), compiled, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Find(DirectoryInfo folder) => folder
        .EnumerateFiles("*.md")
        .Select(file => Path.GetRelativePath(RepositoryFiles.Root, file.FullName).Replace('\\', '/'))
        .Concat(folder.EnumerateDirectories().Where(child => !NotOurs.Contains(child.Name, StringComparer.Ordinal)).SelectMany(Find));

    /// <summary>Line by line without blanks, as an excerpt may be indented and spaced otherwise than its file.</summary>
    private static string Undented(string code) =>
        string.Join('\n', code.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));

    private static string WithoutCode(string text) => AnyFence().Replace(text, string.Empty);

    /// <summary>The anchors as GitHub makes them.</summary>
    private static IEnumerable<string> Headings(string text) => WithoutCode(text.ReplaceLineEndings("\n"))
        .Split('\n')
        .Where(line => line.StartsWith('#'))
        .Select(line => line.TrimStart('#').Trim().ToLowerInvariant().Replace(' ', '-'))
        .Select(heading => string.Concat(heading.Where(character => char.IsLetterOrDigit(character) || character is '-' or '_')));

    [GeneratedRegex(@"(?<!`)\[[^\]\n]*\]\((?!https?:|mailto:)(?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();

    [GeneratedRegex(
        @"<!-- from (?<source>\S+) -->\n```(csharp|yaml|typescript|python)\n(?<code>.*?)\n```",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Excerpt();

    [GeneratedRegex("```csharp\n(?<code>.*?)\n```", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Code();

    [GeneratedRegex(
        "^ *```(csharp|cs|c#|yaml|yml|typescript|ts|python|py)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Fence();

    [GeneratedRegex("^ *```.*?^ *```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex AnyFence();
}
