using BatchResource.Provider.Logging;
using BatchResource.Provider.Tests.Simulation;
using BatchResource.Provider.Tests.Support;

namespace BatchResource.Provider.Tests.Logging;

/// <summary>Lines come whole, whoever writes at the same time and whatever becomes of them.</summary>
public sealed class LogWriterTests
{
    [Fact]
    public async Task Lines_Written_At_Once_Do_Not_Mix()
    {
        var captured = new LogCapture(TimeProvider.System);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(() =>
        {
            for (var line = 0; line < 200; line++)
            {
                captured.Log.EventUnreadable($"{writer}-{line} {new string('x', 500)}");
            }
        })));

        var problems = captured.Lines.Select(line => line.GetProperty("problem").GetString()!.Split(' ')[0]);
        Assert.Equal(1600, problems.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void A_Log_That_Cannot_Be_Written_Stops_Nothing()
    {
        using var broken = new BrokenPipe();
        var log = new Log(new LogWriter(broken, new VirtualTime()));
        log.DeadlineReached();
        log.DeadlineReached();
        Assert.Equal(2, broken.Attempts);
    }

    [Fact]
    public void A_Line_Fits_Into_What_CloudWatch_Logs_Takes_Even_When_All_Of_It_Is_Escaped()
    {
        var captured = new LogCapture(new VirtualTime());
        captured.Log.EventUnreadable(new string('\0', 1_000_000));
        Assert.InRange(captured.Text.Length, 100_000, 256 * 1024);
        Assert.EndsWith("... (cut)", Assert.Single(captured.Lines).GetProperty("problem").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_Value_That_Is_Not_Too_Long_Is_Whole()
    {
        var captured = new LogCapture(new VirtualTime());
        var value = new string('x', 32_000);
        captured.Log.EventUnreadable(value);
        Assert.Equal(value, Assert.Single(captured.Lines).GetProperty("problem").GetString());
    }

    [Fact]
    public void Readable_Text_Stays_Readable()
    {
        var captured = new LogCapture(new VirtualTime());
        captured.Log.EventUnreadable("größe <a&b> '日本語'");
        Assert.Contains("größe <a&b> '日本語'", captured.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_An_Event_There_Is_No_Scope_And_With_One_It_Is_In_Every_Line()
    {
        var captured = new LogCapture(new VirtualTime());
        captured.Log.DeadlineReached();
        captured.Log.For(new LogScope("stack", "logical", "request", null)).DeadlineReached();
        Assert.Equal(
            [
                """{"timestamp":"2026-11-22T06:00:00Z","level":"ERROR","event":"DeadlineReached","rule":"L3"}""",
                """{"timestamp":"2026-11-22T06:00:00Z","level":"ERROR","event":"DeadlineReached","rule":"L3","""
                    + "\"stackId\":\"stack\",\"logicalResourceId\":\"logical\",\"requestId\":\"request\"}",
                string.Empty,
            ],
            captured.Text.Split('\n'));
    }

    /// <summary>Standard output that nobody reads any more.</summary>
    private sealed class BrokenPipe : MemoryStream
    {
        public int Attempts { get; private set; }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            Attempts++;
            throw new IOException("Broken pipe");
        }
    }
}
