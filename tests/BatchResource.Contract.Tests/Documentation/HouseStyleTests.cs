using System.Text.RegularExpressions;
using BatchResource.Tests.Shared;

namespace BatchResource.Contract.Tests.Documentation;

/// <summary>CONTRIBUTING's house style: readers may have English as a second language.</summary>
public sealed partial class HouseStyleTests
{
    private static readonly string[] Sources = ["contract", "provider", "cdk", "local", "bench", "eng", "schema"];
    internal static readonly string[] ShippedSources = ["contract", "provider", "cdk"];

    public static TheoryData<string> Documents => MarkdownTests.Documents;

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_Document_Uses_The_Common_Word(string document) =>
        Assert.Empty(Uncommon(document, Word()));

    [Fact]
    public void Messages_And_Comments_Use_The_Common_Word() =>
        Assert.Empty(Sources.SelectMany(RepositoryFiles.Sources).SelectMany(path => Uncommon(path, Word())));

    [Fact]
    public void Shipped_Messages_And_Comments_Use_No_Uncommon_Turn() =>
        Assert.Empty(ShippedSources.SelectMany(RepositoryFiles.Sources).SelectMany(path => Uncommon(path, Turn())));

    [Theory]
    [InlineData("First mend the zip.", "mend")]
    [InlineData("Somebody may call it, whoever that is.", "Somebody, whoever")]
    [InlineData("It puts out a line.", "puts out")]
    [InlineData("We recommend an amendment.", "")]
    public void The_Uncommon_Words_Are_Found(string sentence, string found) =>
        Assert.Equal(found, string.Join(", ", Word().Matches(sentence).Select(word => word.Value)));

    [Theory]
    [InlineData("It is held to the limits, since they count.", "held to, , since t")]
    [InlineData("The job is to be stopped all the same.", "is to be, all the same")]
    [InlineData("Since 2026 it is so. Call(request, since, until - since);", "")]
    public void The_Uncommon_Turns_Are_Found(string sentence, string found) =>
        Assert.Equal(found, string.Join(", ", Turn().Matches(sentence).Select(turn => turn.Value)));

    private static IEnumerable<string> Uncommon(string path, Regex uncommon) => RepositoryFiles.Read(path)
        .Split('\n')
        .SelectMany((line, index) => uncommon.Matches(line).Select(word => $"{path}, line {index + 1}: {word.Value}"));

    [GeneratedRegex(@"\b(mend(s|ed|ing)?|somebody|whoever|puts? out)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Word();

    // Write because, checked against, must be, anyway.
    [GeneratedRegex(@"(, since [a-z]|\bheld to\b|\b(is|are|was|were) to be\b|\ball the same\b)", RegexOptions.ExplicitCapture)]
    private static partial Regex Turn();
}
