using BatchResource.Tests.Shared;
using FsCheck.Fluent;

namespace BatchResource.Contract.Tests;

/// <summary>When a job was asked for is kept to the second, in its name and in its tag (L5).</summary>
[Trait("rule", "L5")]
public sealed class JobIdentityTests
{
    private static readonly DateTimeOffset Epoch = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly JobOwner Owner = new("stack", "Job");

    [Fact]
    public void A_Second_Is_Read_Back_And_Sorts_Like_The_Time() => PropertyCheck.Holds(
        1000,
        from one in Gen.Choose(1, int.MaxValue - 1)
        from later in Gen.Choose(1, 100_000)
        select (one, later),
        @case =>
        {
            var (time, after) = (Epoch.AddSeconds(@case.one), Epoch.AddSeconds((long)@case.one + @case.later));
            var text = IssueTime.Encode(time);
            Assert.Equal((7, time), (text.Length, IssueTime.Decode(text)));
            Assert.True(string.CompareOrdinal(text, IssueTime.Encode(after)) < 0);
        });

    [Fact]
    public void Parts_Of_A_Second_Do_Not_Count_And_Neither_Does_The_Time_Zone()
    {
        var time = new DateTimeOffset(2026, 11, 22, 6, 30, 15, TimeSpan.Zero);
        Assert.Equal(time, IssueTime.Decode(IssueTime.Encode(time.AddMilliseconds(999))));
        Assert.Equal(IssueTime.Encode(time), IssueTime.Encode(time.ToOffset(TimeSpan.FromHours(5))));
    }

    [Fact]
    public void A_Time_That_Is_Not_Known_Or_Before_All_Jobs_Is_None()
    {
        Assert.Equal("0000000", IssueTime.Encode(null));
        Assert.Equal("0000000", IssueTime.Encode(Epoch));
        Assert.Equal("0000000", IssueTime.Encode(DateTimeOffset.MinValue));
        Assert.Equal("0000001", IssueTime.Encode(Epoch.AddSeconds(1)));
        Assert.Null(IssueTime.Decode("0000000"));
    }

    [Theory]
    [InlineData("00000w1")]
    [InlineData("00000A1")]
    [InlineData("-000001")]
    public void What_Was_Not_Written_As_A_Time_Is_None(string text) => Assert.Null(IssueTime.Decode(text));

    [Theory]
    [InlineData("")]
    [InlineData("abcdef")]
    [InlineData("abcdef000000")]
    [InlineData("abcdef00000000")]
    public void A_Mark_Has_Thirteen_Characters(string text) => Assert.Null(EventMark.Read(text));

    [Fact]
    public void A_Mark_Is_Read_Back()
    {
        var mark = EventMark.Of("request", Epoch.AddSeconds(31));

        Assert.Equal((13, mark), (mark.ToString().Length, EventMark.Read(mark.ToString())));
    }

    [Fact]
    public void A_Tag_Tells_Its_Job_To_Its_Owner()
    {
        var identity = new JobIdentity(new DefinitionHash("abcdefghij"), Epoch.AddSeconds(31));
        Assert.Equal($"{Owner.Hash}-abcdefghij-000000v", identity.ToTagValue(Owner));
        Assert.Equal(identity, JobIdentity.FromTagValue(identity.ToTagValue(Owner), Owner));
        Assert.True(TextRules.TagValue.IsAllowed(identity.ToTagValue(Owner)));
    }

    [Fact]
    public void A_Tag_That_Says_Something_Else_Tells_Nothing()
    {
        string[] values =
        [
            string.Empty,
            "abcdefghij-000000v",
            $"{Owner.Hash}-",
            $"{Owner.Hash}-abcdefghij",
            $"{Owner.Hash}-abcdefghi-000000v",
            $"{Owner.Hash}-abcdefghijk-000000v",
            $"{Owner.Hash}-abcdefghij-00000v",
            $"{Owner.Hash}-abcdefghij-0000000v",
            $"{Owner.Hash}-abcdefghij-000000v-2",
            $"{new JobOwner("stack", "Other").Hash}-abcdefghij-000000v",
        ];
        Assert.All(values, value => Assert.Null(JobIdentity.FromTagValue(value, Owner)));
    }
}
