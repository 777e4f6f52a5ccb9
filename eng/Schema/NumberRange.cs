using System.Globalization;

namespace BatchResource.Schema;

/// <summary>Whole numbers of a range as a regular expression, for numbers that are written as text.</summary>
internal static class NumberRange
{
    /// <summary>An expression that matches the decimals from the smallest (at least 1) to the largest, without leading zeros.</summary>
    public static string Expression(int smallest, int largest) => string.Join('|', Blocks(smallest, largest));

    // Each block is a fixed beginning, a range of one digit, and any digits: 1200-1499 is 1[2-4][0-9]{2}.
    private static IEnumerable<string> Blocks(int from, int to)
    {
        while (from <= to)
        {
            var (size, digits) = (1, 0);
            while (from % (size * 10) == 0 && from + (size * 10) - 1 <= to)
            {
                (size, digits) = (size * 10, digits + 1);
            }

            var digit = from / size % 10;
            var further = Math.Min(9 - digit, ((to - from + 1) / size) - 1);
            var beginning = from / size / 10 is > 0 and var leading ? leading.ToString(CultureInfo.InvariantCulture) : string.Empty;
            yield return beginning + Digit(digit, digit + further) + Any(digits);
            from += (further + 1) * size;
        }
    }

    private static string Digit(int first, int last) => first == last ? $"{first}" : $"[{first}-{last}]";

    private static string Any(int digits) => digits switch
    {
        0 => string.Empty,
        1 => "[0-9]",
        _ => $"[0-9]{{{digits}}}",
    };
}
