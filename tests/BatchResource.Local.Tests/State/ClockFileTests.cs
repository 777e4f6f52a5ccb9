using BatchResource.Local.Ground;
using BatchResource.Local.Tests.Time;

namespace BatchResource.Local.Tests.State;

public sealed class ClockFileTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly string path = Path.GetTempFileName();
    private readonly ManualTime machine = new(Noon);

    public ClockFileTests() => File.Delete(path);

    [Fact]
    public void Between_Two_Starts_Time_Goes_On_At_The_Speed_It_Had()
    {
        ClockFile.Resume(path, 60, machine);
        machine.Advance(TimeSpan.FromSeconds(10));

        var clock = ClockFile.Resume(path, 2, machine);

        Assert.Equal(Noon.AddMinutes(10), clock.GetUtcNow());
        machine.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(Noon.AddMinutes(10).AddSeconds(20), ClockFile.Resume(path, 1, machine).GetUtcNow());
    }

    [Theory]
    [InlineData(7)]
    [InlineData(300)]
    public void A_Fast_Clock_That_Was_Left_Alone_Is_A_Year_Further_At_Most(int days)
    {
        ClockFile.Resume(path, LocalClock.MaximumSpeed, machine);
        machine.Advance(TimeSpan.FromDays(days));

        Assert.Equal(Noon.AddDays(365), ClockFile.Resume(path, 1, machine).GetUtcNow());
    }

    [Fact]
    public void A_Fast_Clock_Stops_Before_The_Calendar_Ends()
    {
        var clock = ClockFile.Resume(path, LocalClock.MaximumSpeed, machine);

        machine.Advance(TimeSpan.FromDays(365));

        Assert.Equal(9000, clock.GetUtcNow().Year);
    }

    [Fact]
    public void A_Clock_Refuses_A_Speed_At_Which_No_State_Could_Be_Seen() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new LocalClock(1e12));

    [Fact]
    public void Time_Does_Not_Go_Back_When_The_Machines_Does()
    {
        ClockFile.Resume(path, 60, machine);
        machine.Advance(TimeSpan.FromHours(-1));

        Assert.Equal(Noon, ClockFile.Resume(path, 60, machine).GetUtcNow());
    }

    [Fact]
    public void Nothing_Known_To_Have_Happened_Is_In_The_Future() =>
        Assert.Equal(Noon.AddHours(1), ClockFile.Resume(path, 60, machine, Noon.AddHours(1)).GetUtcNow());

    [Fact]
    public void Without_A_File_The_Clock_Starts_At_The_Machines_Time() =>
        Assert.Equal(Noon, ClockFile.Resume(null, 60, machine).GetUtcNow());

    [Theory]
    [InlineData("not json")]
    [InlineData("{}")]
    public void A_Damaged_File_Is_Named_And_Left_As_It_Is(string text)
    {
        File.WriteAllText(path, text);

        Assert.Contains(path, Assert.Throws<StateException>(() => ClockFile.Resume(path, 1, machine)).Message, StringComparison.Ordinal);
        Assert.Equal(text, File.ReadAllText(path));
    }

    public void Dispose() => File.Delete(path);
}
