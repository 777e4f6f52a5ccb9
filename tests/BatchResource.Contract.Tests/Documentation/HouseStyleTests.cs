using System.Text.RegularExpressions;
using BatchResource.Tests.Shared;

namespace BatchResource.Contract.Tests.Documentation;

/// <summary>CONTRIBUTING's house style: readers may have English as a second language.</summary>
public sealed partial class HouseStyleTests
{
    private static readonly string[] Sources = ["contract", "provider", "cdk", "local", "bench", "eng", "schema"];

    public static TheoryData<string> Documents => MarkdownTests.Documents;

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_Document_Uses_The_Common_Word(string document) =>
        Assert.Empty(Uncommon(document));

    [Fact]
    public void Messages_And_Comments_Use_The_Common_Word() =>
        Assert.Empty(Sources.SelectMany(RepositoryFiles.Sources).SelectMany(Uncommon));

    [Theory]
    [InlineData("First mend the zip.", "mend")]
    [InlineData("Somebody may call it, whoever that is.", "Somebody, whoever")]
    [InlineData("It puts out a line.", "puts out")]
    [InlineData("We recommend an amendment.", "")]
    public void The_Uncommon_Words_Are_Found(string sentence, string found) =>
        Assert.Equal(found, string.Join(", ", Word().Matches(sentence).Select(word => word.Value)));

    private static IEnumerable<string> Uncommon(string path) => RepositoryFiles.Read(path)
        .Split('\n')
        .SelectMany((line, index) => Word().Matches(line).Select(word => $"{path}, line {index + 1}: {word.Value}"));

    [GeneratedRegex(@"\b(mend(s|ed|ing)?|somebody|whoever|puts? out)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Word();
}
