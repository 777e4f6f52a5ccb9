using System.Text.RegularExpressions;
using BatchResource.Tests.Shared;

namespace BatchResource.Contract.Tests.Documentation;

/// <summary>CONTRIBUTING's house style for the text in code: one idea a sentence, so no sentence is long.</summary>
public sealed partial class SentenceTests
{
    private const int MostWords = 30;
    private const string ThirtyOneWords =
        "a b c d e f g h i j a b c d e f g h i j a b c d e f g h i j z";

    private static IEnumerable<string> Sources => HouseStyleTests.ShippedSources.SelectMany(RepositoryFiles.Sources);

    [Fact]
    public void Comments_Have_Short_Sentences() =>
        Assert.Empty(Sources.SelectMany(path => TooLong(path, Comments(RepositoryFiles.Read(path)))));

    [Fact]
    public void Messages_Have_Short_Sentences() =>
        Assert.Empty(Sources.SelectMany(path => TooLong(path, Messages(RepositoryFiles.Read(path)))));

    [Theory]
    [InlineData("/// <summary>" + ThirtyOneWords + ".</summary>\n", 1)]
    [InlineData("/// <summary>\n/// a. " + ThirtyOneWords + "\n/// </summary>\n", 1)]
    [InlineData("    // " + ThirtyOneWords + "\n", 1)]
    [InlineData("/// <summary>a b c d e f g h i j a b c d e f g h i j</summary>\n/// <param name=\"x\">a b c d e f g h i j z</param>\n", 0)]
    [InlineData("/// <summary>a b c d e f g h i j a b c d e f. g h i j a b c d <see cref=\"X\"/> e f g h i j z</summary>\n", 0)]
    [InlineData("/// a b c d e f g h i j a b c d e f g h i j a b c d e f g h i <see cref=\"X\"/> z\n", 1)]
    public void A_Long_Comment_Is_Found(string source, int found) => Assert.Equal(found, TooLong("x", Comments(source)).Count());

    [Theory]
    [InlineData("""x = "a b c d e f g h i j a b c d e f g h i j " + $"a b c d e f g h {i + 1} j z";""", 1)]
    [InlineData("""x = "a b c d e f g h i j a b c d e f g h i j: " + $"a b c d e f g h {i + 1} j z";""", 0)]
    [InlineData("""// "a b c d e f g h i j a b c d e f g h i j a b c d e f g h i j z" """, 0)]
    public void A_Long_Message_Is_Found(string source, int found) => Assert.Equal(found, TooLong("x", Messages(source)).Count());

    private static IEnumerable<string> TooLong(string path, IEnumerable<string> sentences) => sentences
        .Where(sentence => sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length > MostWords)
        .Select(sentence => $"{path}: more than {MostWords} words: {sentence.Trim()}");

    /// <summary>The sentences in the comments of a source. A tag of the documentation counts as one word.</summary>
    private static IEnumerable<string> Comments(string source) => CommentBlock().Matches(source)
        .Select(block => CommentStart().Replace(block.Value, " "))
        .Select(text => OneWord().Replace(BlockTag().Replace(text, ". "), "X"))
        .SelectMany(text => SentenceEnd().Split(Tag().Replace(text, string.Empty)));

    /// <summary>The sentences in the string literals of a source, also of those that are written in several parts.</summary>
    private static IEnumerable<string> Messages(string source) => Literal()
        .Matches(Join().Replace(CommentBlock().Replace(source, string.Empty), string.Empty))
        .Select(literal => Hole().Replace(literal.Value, "X"))
        .SelectMany(text => ClauseEnd().Split(text));

    [GeneratedRegex(@"(^[ \t]*//(?!/).*\n?)+|(^[ \t]*///.*\n?)+", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex CommentBlock();

    [GeneratedRegex(@"^[ \t]*///?|\n", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex CommentStart();

    [GeneratedRegex("<code>.*?</code>|</?(summary|remarks|param|returns|exception)[^>]*>", RegexOptions.ExplicitCapture)]
    private static partial Regex BlockTag();

    [GeneratedRegex("<c>.*?</c>|<[^>]*/>", RegexOptions.ExplicitCapture)]
    private static partial Regex OneWord();

    [GeneratedRegex("<[^>]*>", RegexOptions.ExplicitCapture)]
    private static partial Regex Tag();

    [GeneratedRegex(@"[.?!](?=\s|$)", RegexOptions.ExplicitCapture)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex("""
        "\s*\+\s*\$?"
        """, RegexOptions.ExplicitCapture)]
    private static partial Regex Join();

    [GeneratedRegex("""
        "([^"\\\n]|\\.)*"
        """, RegexOptions.ExplicitCapture)]
    private static partial Regex Literal();

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Hole();

    [GeneratedRegex(@"[.:;?!](?=\s|""|$)", RegexOptions.ExplicitCapture)]
    private static partial Regex ClauseEnd();
}
