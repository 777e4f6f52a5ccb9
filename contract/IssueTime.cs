namespace BatchResource.Contract;

/// <summary>The second in which an event was issued, in seven characters of base 32. The characters sort like the times.</summary>
internal static class IssueTime
{
    public const int Length = 7;
    private const string Digits = "0123456789abcdefghijklmnopqrstuv";
    private static readonly DateTimeOffset Epoch = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Zeros mean an unknown time.</summary>
    public static string Encode(DateTimeOffset? time)
    {
        var seconds = time is { } known && known > Epoch ? (long)(known - Epoch).TotalSeconds : 0;
        return string.Create(Length, seconds, static (characters, rest) =>
        {
            for (var index = Length - 1; index >= 0; index--)
            {
                characters[index] = Digits[(int)(rest & 31)];
                rest >>= 5;
            }
        });
    }

    public static DateTimeOffset? Decode(ReadOnlySpan<char> text)
    {
        long seconds = 0;
        foreach (var character in text)
        {
            var digit = Digits.IndexOf(character, StringComparison.Ordinal);
            if (digit < 0)
            {
                return null;
            }

            seconds = (seconds << 5) | (long)digit;
        }

        return seconds == 0 ? null : Epoch.AddSeconds(seconds);
    }
}
