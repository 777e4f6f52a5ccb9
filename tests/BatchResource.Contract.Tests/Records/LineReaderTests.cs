using System.Text;
using BatchResource.Tests.Shared;
using FsCheck.Fluent;

namespace BatchResource.Contract.Tests.Records;

/// <summary>A file of records is read line by line, however its bytes arrive and however long its lines are.</summary>
public sealed class LineReaderTests
{
    private const int Buffer = 64 * 1024;

    [Theory]
    [InlineData("", "")]
    [InlineData("\n", "<>")]
    [InlineData("one", "<one|")]
    [InlineData("one\n", "<one>")]
    [InlineData("one\ntwo", "<one><two|")]
    [InlineData("one\r\n\n\ntwo\n", "<one\r><><><two>")]
    [InlineData("12345\n", "<12345>")]
    [InlineData("12345", "<12345|")]
    [InlineData("123456\n", "<12345...>")]
    [InlineData("123456", "<12345...|")]
    [InlineData("123456789\n\n1\n", "<12345...><><1>")]
    [InlineData("1\n123456789", "<1><12345...|")]
    [InlineData("123456789\n123456789\n", "<12345...><12345...>")]
    public void Each_Line_Is_Read_Once_And_Cut_When_It_Is_Too_Long(string text, string lines)
    {
        for (var bytes = 1; bytes <= text.Length + 1; bytes++)
        {
            Assert.Equal(lines, Read(Encoding.UTF8.GetBytes(text), longestLine: 5, bytes));
        }
    }

    [Theory]
    [InlineData(Buffer - 1)]
    [InlineData(Buffer)]
    [InlineData(Buffer + 1)]
    [InlineData((2 * Buffer) - 1)]
    [InlineData(2 * Buffer)]
    [InlineData((2 * Buffer) + 1)]
    [InlineData(5 * Buffer)]
    public void A_Line_May_Be_Longer_Than_What_Is_Read_At_Once(int length)
    {
        var line = Line(length);
        var text = Encoding.UTF8.GetBytes($"before\n{line}\nafter\n{line}\n{line}");

        Assert.Equal($"<before><{line}><after><{line}><{line}|", Read(text, longestLine: length, int.MaxValue));
        Assert.Equal($"<before><{line}><after><{line}><{line}|", Read(text, longestLine: length, bytesAtATime: 1000));
        Assert.Equal($"<before><{line[..^1]}...><after><{line[..^1]}...><{line[..^1]}...|", Read(text, length - 1, int.MaxValue));
        Assert.Equal($"<before><{line[..100]}...><after><{line[..100]}...><{line[..100]}...|", Read(text, 100, bytesAtATime: 1000));
    }

    [Fact]
    public void Lines_Of_Any_Lengths_Are_Those_Of_The_Text() => PropertyCheck.Holds(
        200,
        from lengths in Gen.ListOf(Gen.Frequency((8, Gen.Choose(0, 40)), (1, Gen.Choose(0, 3 * Buffer))))
        from longestLine in Gen.Elements(1, 20, 30_000, Buffer, 100_000)
        from bytes in Gen.Elements(1000, 4096, Buffer, int.MaxValue)
        from isEnded in Gen.Elements(true, false)
        select (Lines: lengths.Select(Line).ToList(), longestLine, bytes, isEnded),
        @case =>
        {
            var text = string.Concat(@case.Lines.Select(line => line + "\n"));
            text = @case.isEnded || text.Length == 0 ? text : text[..^1];
            Assert.Equal(Expected(text, @case.longestLine), Read(Encoding.UTF8.GetBytes(text), @case.longestLine, @case.bytes));
        });

    [Fact]
    public void A_Long_File_Of_Short_Lines_Takes_Little_Memory()
    {
        var content = new SlowStream(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Line(1000) + "\n", 5000))), 10_007);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var reader = new LineReader(content, longestLine: 1000);
        var count = 0;
        while (reader.TryRead(out _, out var isCut))
        {
            Assert.False(isCut);
            count++;
        }

        Assert.Equal(5000, count);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4 * Buffer);
    }

    [Fact]
    public void After_The_End_There_Is_Still_No_Line()
    {
        var reader = new LineReader(new MemoryStream("one"u8.ToArray()), longestLine: 5);
        Assert.True(reader.TryRead(out _, out _));
        Assert.False(reader.TryRead(out var line, out var isCut));
        Assert.True(line.IsEmpty);
        Assert.False(isCut);
        Assert.False(reader.TryRead(out _, out _));
        Assert.False(reader.IsLineEnded);
    }

    private static string Line(int length) => string.Create(length, length, static (characters, seed) =>
    {
        for (var index = 0; index < characters.Length; index++)
        {
            characters[index] = (char)('a' + ((index + seed) % 26));
        }
    });

    /// <summary>The lines, each as <see cref="Shown"/>.</summary>
    private static string Read(byte[] text, int longestLine, int bytesAtATime)
    {
        var reader = new LineReader(new SlowStream(text, bytesAtATime), longestLine);
        var lines = new StringBuilder();
        while (reader.TryRead(out var line, out var isCut))
        {
            lines.Append(Shown(Encoding.UTF8.GetString(line), isCut, reader.IsLineEnded));
        }

        return lines.ToString();
    }

    private static string Expected(string text, int longestLine)
    {
        var lines = text.Split('\n');
        return string.Concat(lines.Select((line, index) => index == lines.Length - 1 && line.Length == 0
            ? string.Empty
            : Shown(line[..Math.Min(line.Length, longestLine)], line.Length > longestLine, index < lines.Length - 1)));
    }

    private static string Shown(string line, bool isCut, bool isEnded) => $"<{line}{(isCut ? "..." : "")}{(isEnded ? '>' : '|')}";
}
