using System.Globalization;
using BatchResource.Contract;

namespace BatchResource.Cdk.Internal;

/// <summary>
/// Finds values that must not be written into a record, because you would pay for them and the model would not understand them.
/// </summary>
internal static class TextProblem
{
    private const string Token = "${Token[";

    /// <summary>The problem of a text, or null.</summary>
    public static string? In(string text) =>
        Surrogates.AreBrokenIn(text) ? RecordScanner.BrokenText
        : text.Contains(Token, StringComparison.Ordinal)
            ? $"has a value that is known only at deployment (\"{Shown(text)}\"), but the records are written before that"
        : null;

    /// <summary>The problem of a number, or null.</summary>
    public static string? In(double number) =>
        double.IsFinite(number) ? null : $"is {number.ToString(CultureInfo.InvariantCulture)}, which JSON cannot write";

    private static string Shown(string text)
    {
        var at = text.IndexOf(Token, StringComparison.Ordinal);
        var end = text.IndexOf('}', at);
        return end < 0 ? text[at..] : text[at..(end + 1)];
    }
}
