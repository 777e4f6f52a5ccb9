using System.Text.Unicode;

namespace BatchResource.Contract;

/// <summary>Recognizes the forms of lines. A record is <see cref="LineForm.Text"/>.</summary>
internal static class LineForms
{
    private static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    /// <summary>The form of a line.</summary>
    /// <param name="line">The line without its line feed.</param>
    public static LineForm Of(ReadOnlySpan<byte> line) =>
        line.StartsWith(Mark) ? LineForm.ByteOrderMark
        : IsUtf16(line) ? LineForm.Utf16
        : line.Trim(" \t\r"u8).IsEmpty ? LineForm.Blank
        : Utf8.IsValid(line) ? LineForm.Text
        : LineForm.NotUtf8;

    private static bool IsUtf16(ReadOnlySpan<byte> line) =>
        line is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] || line.Contains((byte)0);
}
