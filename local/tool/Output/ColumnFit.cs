namespace BatchResource.Local.Tool.Output;

/// <summary>Makes a table as narrow as the terminal, since rows that wrap scroll the rest of it away.</summary>
internal static class ColumnFit
{
    /// <summary>Narrower, an id tells nothing.</summary>
    private const int Least = 12;

    /// <summary>Borders and padding of a column.</summary>
    private const int Frame = 3;

    /// <summary>The widths of the columns, 0 for one that has no room.</summary>
    /// <param name="wanted">How wide each one would be by its content.</param>
    /// <param name="available">How wide the table may be.</param>
    /// <param name="whole">The column that is not cut.</param>
    /// <param name="spare">Columns that may go, the least important one first.</param>
    public static int[] Widths(IReadOnlyList<int> wanted, int available, int whole, params int[] spare)
    {
        var widths = wanted.ToArray();
        foreach (var dropped in spare)
        {
            if (Total(widths.Select((width, i) => i == whole ? width : Math.Min(width, Least))) <= available)
                break;
            widths[dropped] = 0;
        }

        while (Total(widths) > available)
        {
            var widest = Enumerable.Range(0, widths.Length)
                .Where(i => i != whole && widths[i] > Least)
                .OrderByDescending(i => widths[i])
                .ToList();
            if (widest.Count == 0)
                break;
            widths[widest[0]]--;
        }

        return widths;
    }

    /// <summary>Takes out of the middle what is too much: an id's beginning and end tell it from others.</summary>
    public static string Cut(string text, int width)
    {
        if (text.Length <= width)
            return text;
        var end = (width - 1) / 2;
        return $"{text[..(width - 1 - end)]}…{text[^end..]}";
    }

    private static int Total(IEnumerable<int> widths) => 1 + widths.Where(width => width > 0).Sum(width => width + Frame);
}
