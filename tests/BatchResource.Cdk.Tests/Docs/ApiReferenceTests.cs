using System.Text.RegularExpressions;
using BatchResource.Cdk.Tests.Support;
using BatchResource.Tests.Shared;

namespace BatchResource.Cdk.Tests.Docs;

/// <summary>
/// The pages of docs/api/ have tables between marks such as <c>&lt;!-- BatchInferenceJobProps arguments --&gt;</c> and
/// <c>&lt;!-- end --&gt;</c>. They are made from the XML documentation, so they cannot differ from the code.
/// <c>UPDATE_SNAPSHOTS=1 dotnet test tests/BatchResource.Cdk.Tests --filter ApiReferenceTests</c> writes them.
/// </summary>
public sealed partial class ApiReferenceTests
{
    private static readonly ApiTables Tables = new(new XmlDocumentation());

    public static TheoryData<string> Pages =>
        [.. Directory.GetFiles(Folder, "*.md").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    private static string Folder => RepositoryFiles.PathOf("docs/api");

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_Page_Says_What_The_Code_Says(string page)
    {
        var path = Path.Combine(Folder, page);
        var text = File.ReadAllText(path).ReplaceLineEndings("\n");
        var rendered = Marked().Replace(text, match =>
            $"{match.Groups["mark"].Value}\n{Tables.Render(TypeOf(match.Groups["type"].Value), match.Groups["kind"].Value)}<!-- end -->");
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(path, rendered);
        }

        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), rendered);
    }

    [Fact]
    public void Every_Public_Type_Has_A_Place_In_A_Page()
    {
        var shown = Directory.GetFiles(Folder, "*.md").SelectMany(path => Marked().Matches(File.ReadAllText(path)))
            .Select(match => match.Groups["type"].Value).ToHashSet(StringComparer.Ordinal);

        var missing = typeof(BatchInferenceJob).Assembly.GetExportedTypes().Select(type => type.Name).Except(shown);
        Assert.Equal([], missing);
    }

    [Fact]
    public void Every_Table_Says_Something_Of_Every_Member()
    {
        var undocumented = Directory.GetFiles(Folder, "*.md").SelectMany(File.ReadLines)
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal) && line.EndsWith("|  |", StringComparison.Ordinal));

        Assert.Equal([], undocumented);
    }

    private static Type TypeOf(string name) =>
        typeof(BatchInferenceJob).Assembly.GetExportedTypes().Single(type => type.Name == name);

    [GeneratedRegex(
        "(?<mark><!-- (?<type>[A-Za-z]+) (?<kind>[a-z]+) -->)\n.*?<!-- end -->",
        RegexOptions.ExplicitCapture | RegexOptions.Singleline,
        matchTimeoutMilliseconds: 5000)]
    private static partial Regex Marked();
}
