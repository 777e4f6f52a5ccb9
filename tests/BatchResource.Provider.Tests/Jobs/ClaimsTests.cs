using BatchResource.Contract;
using BatchResource.Provider.Jobs;

namespace BatchResource.Provider.Tests.Jobs;

/// <summary>What the tags of a job tell of the events that count on it.</summary>
[Trait("rule", "L12")]
public sealed class ClaimsTests
{
    private static readonly EventMark First = EventMark.Of("request-1", SampleJob.Noon);
    private static readonly EventMark Second = EventMark.Of("request-2", SampleJob.Noon.AddSeconds(10));

    [Fact]
    public void What_Was_Noted_Is_Read_Again()
    {
        var claims = Claims.Read(Tags(
            new(Claims.AdoptionKey(First), string.Empty),
            new(Claims.ReleaseKey("some-id"), string.Empty),
            Claims.NextTag(First, null),
            Claims.NextTag(Second, "explicit"),
            Claims.DeletedTag(Second),
            new("team", "search"),
            new("batchresource:adopted:odd", string.Empty),
            new("batchresource:next:odd", string.Empty)));

        Assert.Equal([First], claims.Adoptions);
        Assert.Single(claims.Releases);
        Assert.Equal([First, Second], claims.Next);
        Assert.Equal(["explicit"], claims.NextNames);
        Assert.Equal(Second, claims.Deleted);
    }

    [Fact]
    public void An_Update_Without_A_Name_Notes_None() => Assert.Equal(string.Empty, Claims.NextTag(First, null).Value);

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    [InlineData(1, false)]
    public void A_Job_Is_Told_After_An_Event_When_A_Later_One_Adopted_It(int seconds, bool isTold) =>
        Assert.Equal(isTold, Adopted.IsToldAfter(SampleJob.Noon.AddSeconds(seconds)));

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void A_Job_Is_Told_Since_Another_When_It_Was_Adopted_No_Earlier_Than_That_Was_Started(int seconds, bool isTold) =>
        Assert.Equal(isTold, Adopted.AreToldSince(SampleJob.Owned(seconds, 99)));

    [Fact]
    public void The_Update_Whose_Job_Is_There_Is_Not_Waited_For()
    {
        var claims = Claims.Read(Tags(Claims.NextTag(First, null), Claims.NextTag(Second, null)));

        Assert.Equal([Second], claims.NotSeenIn([SampleJob.Owned(0, 99)]));
    }

    private static Claims Adopted => Claims.Read(Tags(new KeyValuePair<string, string>(Claims.AdoptionKey(First), string.Empty)));

    private static Dictionary<string, string> Tags(params KeyValuePair<string, string>[] tags) => new(tags, StringComparer.Ordinal);
}
