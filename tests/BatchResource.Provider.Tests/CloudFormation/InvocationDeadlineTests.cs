using BatchResource.Provider.CloudFormation;

namespace BatchResource.Provider.Tests.CloudFormation;

/// <summary>The time that Lambda leaves is divided so that the answer always gets its part.</summary>
[Trait("rule", "L3")]
public sealed class InvocationDeadlineTests
{
    [Theory]
    [InlineData(900, 885, 887, 897.5)]
    [InlineData(75, 60, 62, 72.5)]
    [InlineData(60, 48, 50, 57.5)]
    [InlineData(10, 8, 8.4, 9.1)]
    [InlineData(3, 2.4, 2.52, 2.73)]
    [InlineData(0, 0, 0, 0)]
    [InlineData(-1, 0, 0, 0)]
    public void The_Time_Is_Divided(double remaining, double work, double patience, double delivery) => Assert.Equal(
        new InvocationDeadline(TimeSpan.FromSeconds(work), TimeSpan.FromSeconds(patience), TimeSpan.FromSeconds(delivery)),
        InvocationDeadline.From(TimeSpan.FromSeconds(remaining)));

    [Theory]
    [InlineData(900, 3600, 900)]
    [InlineData(900, 60, 60)]
    [InlineData(900, 1, 1)]
    [InlineData(900, 0, 900)]
    [InlineData(900, -30, 900)]
    public void The_Time_That_CloudFormation_Listens_Counts_While_It_Listens(double remaining, double listening, double counted) =>
        Assert.Equal(
            InvocationDeadline.From(TimeSpan.FromSeconds(counted)),
            InvocationDeadline.From(TimeSpan.FromSeconds(remaining), TimeSpan.FromSeconds(listening)));

    [Fact]
    public void Work_Ends_Before_It_Is_Left_Behind_And_That_Before_The_Last_Try_To_Answer()
    {
        for (var milliseconds = 1; milliseconds < 1_000_000; milliseconds = (milliseconds * 3 / 2) + 1)
        {
            var remaining = TimeSpan.FromMilliseconds(milliseconds);
            var (work, patience, delivery) = InvocationDeadline.From(remaining);
            Assert.True(TimeSpan.Zero < work && work < patience && patience < delivery && delivery < remaining, $"{remaining}");
        }
    }
}
