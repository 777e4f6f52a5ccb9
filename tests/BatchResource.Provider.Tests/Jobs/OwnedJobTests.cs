using BatchResource.Contract;
using BatchResource.Provider.Jobs;

namespace BatchResource.Provider.Tests.Jobs;

/// <summary>Which of two jobs is the younger, and which event one belongs to.</summary>
[Trait("rule", "L11")]
public sealed class OwnedJobTests
{
    [Theory]
    [InlineData(10, 0, 0, 100, true)]
    [InlineData(0, 100, 10, 0, false)]
    [InlineData(10, 5, 10, 4, true)]
    [InlineData(10, 4, 10, 4, true)]
    [InlineData(10, 3, 10, 4, false)]
    [InlineData(null, 5, 10, 4, true)]
    [InlineData(10, 3, null, 4, false)]
    [InlineData(null, 4, null, 4, true)]
    public void The_Event_Tells_Which_Job_Is_Younger_And_Otherwise_The_Submission(
        int? issued, int submitted, int? othersIssued, int othersSubmitted, bool isYounger) => Assert.Equal(
        isYounger, SampleJob.Owned(issued, submitted).IsYoungerThan(SampleJob.Owned(othersIssued, othersSubmitted, 'b')));

    [Theory]
    [InlineData(10, 99, 10)]
    [InlineData(null, 99, 99)]
    public void It_Was_Started_For_Its_Event_Or_When_It_Was_Submitted(int? issued, int submitted, int started) =>
        Assert.Equal(SampleJob.Noon.AddSeconds(started), SampleJob.Owned(issued, submitted).StartedFor);

    [Theory]
    [InlineData(1, true)]
    [InlineData(0, false)]
    [InlineData(-1, false)]
    [InlineData(null, false)]
    public void It_Is_Of_A_Later_Event_When_That_Was_Issued_Later(int? issued, bool isLater) => Assert.Equal(
        isLater,
        SampleJob.Owned(issued, 99).IsOfLaterEventThan(new JobEvent(LifecycleHarness.Owner, "request-1", SampleJob.Noon)));

    [Theory]
    [InlineData("request-1", 0, true)]
    [InlineData("request-1", 1, false)]
    [InlineData("request-2", 0, false)]
    [InlineData(null, 0, true)]
    [InlineData(null, 1, false)]
    public void A_Name_Tells_The_Whole_Event_And_A_Tag_Its_Time(string? request, int seconds, bool isStartedFor)
    {
        var issuedAt = SampleJob.Noon.AddSeconds(seconds);
        var job = SampleJob.Owned(seconds, 0) with
        {
            Identity = new JobIdentity(SampleJob.Hash, issuedAt) { Event = request is null ? null : EventMark.Of(request, issuedAt) },
        };

        Assert.Equal(isStartedFor, job.IsStartedFor(EventMark.Of("request-1", SampleJob.Noon)));
    }

    [Theory]
    [InlineData("request-1", true)]
    [InlineData("request-1-2", true)]
    [InlineData("request-10", false)]
    [InlineData("request", false)]
    [InlineData(null, true)]
    [Trait("rule", "L9")]
    public void A_Token_Tells_The_Request_Of_A_Job_With_An_Explicit_Name(string? token, bool isStarted)
    {
        var candidate = SampleJob.Owned(0, 0);
        candidate = candidate with { Job = candidate.Job with { ClientRequestToken = token } };

        Assert.Equal(isStarted, new MarkedEvent("request-1", SampleJob.Noon).HasStarted(candidate));
        Assert.False(new MarkedEvent("request-1", SampleJob.Noon.AddSeconds(1)).HasStarted(candidate));
        Assert.Equal(isStarted, new MarkedEvent("request-1", null).HasStarted(candidate));
    }
}
