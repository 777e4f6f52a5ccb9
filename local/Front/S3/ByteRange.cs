using System.Globalization;
using BatchResource.Local.Ground.RestJson;

namespace BatchResource.Local.Front.S3;

/// <summary>A part of an object.</summary>
/// <param name="First">The first byte, from zero.</param>
/// <param name="Last">The last byte.</param>
internal sealed record ByteRange(long First, long Last)
{
    public long Length => Last - First + 1;

    /// <summary>
    /// Reads a Range header: <c>bytes=0-9</c>, <c>bytes=10-</c> or <c>bytes=-5</c>; null when there is none that asks for a part.
    /// </summary>
    /// <exception cref="ServiceException">The object has no such bytes.</exception>
    public static ByteRange? Parse(string? header, long size)
    {
        if (header?.StartsWith("bytes=", StringComparison.Ordinal) != true || header.Contains(','))
            return null;
        if (header["bytes=".Length..].Split('-') is not [var from, var to])
            return null;
        if (from.Length == 0)
        {
            return long.TryParse(to, CultureInfo.InvariantCulture, out var count)
                ? Within(Math.Max(0, size - count), size - 1, size)
                : null;
        }

        if (!long.TryParse(from, CultureInfo.InvariantCulture, out var first))
            return null;
        return Within(first, long.TryParse(to, CultureInfo.InvariantCulture, out var last) ? Math.Min(last, size - 1) : size - 1, size);
    }

    private static ByteRange Within(long first, long last, long size) => first <= last && first < size
        ? new(first, last)
        : throw new ServiceException(416, "InvalidRange", "The requested range is not satisfiable");
}
