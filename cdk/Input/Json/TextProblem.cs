using System.Globalization;
using BatchResource.Contract;

namespace BatchResource.Cdk.Internal;

/// <summary>Finds what must not be written into a record: it would be paid for and never understood.</summary>
internal static class TextProblem
{
    private const string Token = "${Token[";

    /// <summary>What is wrong with a text, or null.</summary>
    public static string? In(string text) =>
        Surrogates.AreBrokenIn(text) ? RecordScanner.BrokenText
        : text.Contains(Token, StringComparison.Ordinal)
            ? $"has a value that is only known when the stack is deployed (\"{Shown(text)}\"), but the records are written before"
        : null;

    /// <summary>What is wrong with a number, or null.</summary>
    public static string? In(double number) =>
        double.IsFinite(number) ? null : $"is {number.ToString(CultureInfo.InvariantCulture)}, which JSON cannot write";

    private static string Shown(string text)
    {
        var at = text.IndexOf(Token, StringComparison.Ordinal);
        var end = text.IndexOf('}', at);
        return end < 0 ? text[at..] : text[at..(end + 1)];
    }
}
