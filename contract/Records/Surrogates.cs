using System.Globalization;

namespace BatchResource.Contract;

/// <summary>
/// Finds half of a surrogate pair. It remains when a text is cut between the two characters of an emoji. JSON can contain it, but no model
/// reads it.
/// </summary>
internal static class Surrogates
{
    private const int EscapeLength = 6;

    /// <summary>In a .NET string.</summary>
    public static bool AreBrokenIn(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (!char.IsSurrogate(text[index]))
            {
                continue;
            }

            if (index + 1 == text.Length || !char.IsSurrogatePair(text[index], text[index + 1]))
            {
                return true;
            }

            index++;
        }

        return false;
    }

    /// <summary>In a JSON string between its quotes. It is valid UTF-8, so only escapes can be broken.</summary>
    public static bool AreBrokenIn(ReadOnlySpan<byte> json)
    {
        var isHalf = false;
        for (var index = 0; index < json.Length; index++)
        {
            if (json[index] != '\\')
            {
                if (isHalf)
                {
                    return true;
                }

                continue;
            }

            var unit = json[index + 1] == 'u' ? Unit(json[index..]) : '\0';
            if (isHalf != char.IsLowSurrogate(unit))
            {
                return true;
            }

            isHalf = char.IsHighSurrogate(unit);
            index += json[index + 1] == 'u' ? EscapeLength - 1 : 1;
        }

        return isHalf;
    }

    private static char Unit(ReadOnlySpan<byte> escape) => (char)ushort.Parse(
        System.Text.Encoding.ASCII.GetString(escape[2..EscapeLength]), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
