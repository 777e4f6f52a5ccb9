namespace BatchResource.Contract;

/// <summary>
/// Reads a stream line by line, as bytes. Its memory grows only with the longest line. A line that is longer than allowed is cut, and its
/// rest is skipped.
/// </summary>
internal sealed class LineReader(Stream stream, int longestLine)
{
    private const byte LineFeed = (byte)'\n';

    private byte[] buffer = new byte[64 * 1024];
    private int start;
    private int end;
    private bool isAtEnd;

    /// <summary>Whether a line feed ended the last line that was read.</summary>
    public bool IsLineEnded { get; private set; }

    /// <summary>The next line without its line feed.</summary>
    /// <param name="line">The line, valid until the next call.</param>
    /// <param name="isCut">Whether it is longer than allowed.</param>
    /// <returns>Whether there is one. A line feed at the end of the stream does not begin another line.</returns>
    public bool TryRead(out ReadOnlySpan<byte> line, out bool isCut)
    {
        isCut = false;
        var searched = 0;
        while (true)
        {
            var length = buffer.AsSpan(start + searched, end - start - searched).IndexOf(LineFeed);
            if (length >= 0)
            {
                IsLineEnded = true;
                line = Take(searched + length, withLineFeed: true);
                isCut = line.Length > longestLine;
                line = isCut ? line[..longestLine] : line;
                return true;
            }

            searched = end - start;
            if (searched > longestLine)
            {
                isCut = true;
                line = buffer.AsSpan(start, longestLine);
                SkipLine();
                return true;
            }

            if (isAtEnd)
            {
                IsLineEnded = searched == 0 && IsLineEnded;
                line = Take(searched, withLineFeed: false);
                return searched > 0;
            }

            Fill();
        }
    }

    private ReadOnlySpan<byte> Take(int length, bool withLineFeed)
    {
        var line = buffer.AsSpan(start, length);
        start += length + (withLineFeed ? 1 : 0);
        return line;
    }

    // The cut line stays in its place in the buffer, so the next bytes are read behind it.
    private void SkipLine()
    {
        var kept = start + longestLine;
        start = end;
        while (!isAtEnd)
        {
            var count = stream.Read(buffer, kept, buffer.Length - kept);
            isAtEnd = count == 0;
            var feed = buffer.AsSpan(kept, count).IndexOf(LineFeed);
            if (feed >= 0)
            {
                start = kept + feed + 1;
                end = kept + count;
                IsLineEnded = true;
                return;
            }
        }

        start = end = kept;
        IsLineEnded = false;
    }

    private void Fill()
    {
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            end -= start;
            start = 0;
        }

        if (end == buffer.Length)
        {
            Array.Resize(ref buffer, buffer.Length * 2);
        }

        var count = stream.Read(buffer, end, buffer.Length - end);
        end += count;
        isAtEnd = count == 0;
    }
}
