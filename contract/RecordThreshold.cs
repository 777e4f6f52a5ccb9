using System.Globalization;

namespace BatchResource.Contract;

/// <summary>A number of records of a job: a count, or a share of all records in percent.</summary>
/// <param name="Value">The count, or the percentage.</param>
/// <param name="IsShare">Whether it is a percentage.</param>
internal readonly record struct RecordThreshold(decimal Value, bool IsShare)
{
    private const NumberStyles ShareStyle = NumberStyles.AllowDecimalPoint;

    /// <summary>Reads <c>100</c> or <c>99.5%</c>; null if the text is neither.</summary>
    public static RecordThreshold? TryParse(string text)
    {
        if (!text.EndsWith('%'))
        {
            return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
                ? new RecordThreshold(count, IsShare: false)
                : null;
        }

        return text.Length is > 1 and <= 8
            && decimal.TryParse(text.AsSpan(0, text.Length - 1), ShareStyle, CultureInfo.InvariantCulture, out var share)
            && share is >= 0 and <= 100
                ? new RecordThreshold(share, IsShare: true)
                : null;
    }

    /// <summary>Whether this many records are at least the threshold.</summary>
    public bool IsReachedBy(long records, long total) => IsShare ? records * 100m >= Value * total : records >= Value;

    /// <summary>Whether this many records are more than the threshold.</summary>
    public bool IsExceededBy(long records, long total) => IsShare ? records * 100m > Value * total : records > Value;

    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture) + (IsShare ? "%" : string.Empty);
}
