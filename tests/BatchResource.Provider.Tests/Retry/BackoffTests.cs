using BatchResource.Provider.Retry;
using BatchResource.Tests.Shared;
using FsCheck.Fluent;

namespace BatchResource.Provider.Tests.Retry;

/// <summary>Waits grow, never beyond the limit, and are spread over the whole of it.</summary>
[Trait("rule", "L13")]
public sealed class BackoffTests
{
    private static readonly TimeSpan Start = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData(1, 200)]
    [InlineData(2, 400)]
    [InlineData(3, 800)]
    [InlineData(7, 12_800)]
    [InlineData(8, 20_000)]
    [InlineData(9, 20_000)]
    [InlineData(1000, 20_000)]
    [InlineData(int.MaxValue, 20_000)]
    public void The_Longest_Wait_Doubles_Up_To_The_Limit(int repetition, int milliseconds)
    {
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), new Backoff(Start, Limit, () => 1).Before(repetition));
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds / 2.0), new Backoff(Start, Limit, () => 0.5).Before(repetition));
        Assert.Equal(TimeSpan.Zero, new Backoff(Start, Limit, () => 0).Before(repetition));
    }

    [Fact]
    public void A_Limit_Below_The_Start_Holds() => Assert.Equal(Start, new Backoff(Limit, Start, () => 1).Before(1));

    [Fact]
    public void Each_Wait_Asks_Chance_Anew()
    {
        var chance = new Queue<double>([0.25, 0.75]);
        var backoff = new Backoff(Start, Limit, chance.Dequeue);
        Assert.Equal((50, 150), (backoff.Before(1).TotalMilliseconds, backoff.Before(1).TotalMilliseconds));
    }

    [Fact]
    public void Any_Wait_Lies_Between_Nothing_And_What_It_May_Be() => PropertyCheck.Holds(
        1000,
        from start in Gen.Choose(1, 3_600_000)
        from limit in Gen.Choose(1, 3_600_000)
        from repetition in Gen.Choose(1, 100)
        from chance in Gen.Choose(0, 999)
        select (start, limit, repetition, chance),
        @case =>
        {
            var backoff = new Backoff(
                TimeSpan.FromMilliseconds(@case.start), TimeSpan.FromMilliseconds(@case.limit), () => @case.chance / 1000.0);
            var most = Math.Min(@case.limit, @case.start * Math.Pow(2, @case.repetition - 1));
            Assert.InRange(backoff.Before(@case.repetition).TotalMilliseconds, 0, most);
        });
}
