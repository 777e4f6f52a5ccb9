using BatchResource.Contract;
using BatchResource.Provider.Jobs;

namespace BatchResource.Provider.Tests.Jobs;

/// <summary>The table of Replay, branch by branch.</summary>
[Trait("rule", "L7")]
public sealed class ReplayDecisionTests
{
    private static readonly DateTimeOffset Noon = SampleJob.Noon;

    [Theory]
    [InlineData("InProgress", false, "Use")]
    [InlineData("Completed", false, "Use")]
    [InlineData("Stopping", false, "Cancelled")]
    [InlineData("Stopped", false, "Cancelled")]
    [InlineData("Failed", false, "Failed")]
    [InlineData("Expired", false, "Failed")]
    [InlineData("InProgress", true, "Use")]
    [InlineData("Completed", true, "Use")]
    [InlineData("Stopping", true, "FreshAttempt")]
    [InlineData("Stopped", true, "FreshAttempt")]
    [InlineData("Failed", true, "FreshAttempt")]
    [InlineData("Expired", true, "FreshAttempt")]
    public void A_Job_Of_The_Wanted_Definition_Is_Judged_By_Its_Status_And_Its_Event(string status, bool isEarlier, string decision)
    {
        var identity = new JobIdentity(SampleJob.Hash, isEarlier ? Noon.AddMinutes(-10) : Noon);

        Assert.Equal(decision, Decide(SampleJob.With(new JobStatus(status)), identity));
    }

    /// <summary>Its event is told by CloudFormation's clock, its submission by Bedrock's.</summary>
    [Theory]
    [InlineData(0, -600, "Failed")]
    [InlineData(-600, 600, "FreshAttempt")]
    [InlineData(null, -600, "FreshAttempt")]
    [InlineData(null, 0, "Failed")]
    [InlineData(null, 600, "Failed")]
    public void When_Its_Event_Was_Issued_Counts_Before_When_It_Was_Submitted(int? issued, int submitted, string decision)
    {
        var identity = new JobIdentity(SampleJob.Hash, issued is { } seconds ? Noon.AddSeconds(seconds) : null);
        var job = SampleJob.With(JobStatus.Failed) with { SubmitTime = Noon.AddSeconds(submitted) };

        Assert.Equal(decision, Decide(job, identity));
    }

    [Theory]
    [InlineData("InProgress")]
    [InlineData("Stopped")]
    [InlineData("Failed")]
    public void A_Job_Of_Another_Definition_Has_Spent_The_Token(string status) => Assert.Equal(
        "FreshAttempt", Decide(SampleJob.With(new JobStatus(status)), new JobIdentity(new DefinitionHash("aaaaaaaaaa"), Noon)));

    [Theory]
    [InlineData("explicit", 0, true, "Use")]
    [InlineData("explicit", 0, false, "Use")]
    [InlineData("explicit", -600, true, "Use")]
    [InlineData("explicit", -600, false, "FreshAttempt")]
    [InlineData("another", 0, true, "FreshAttempt")]
    [InlineData("another", -600, true, "FreshAttempt")]
    public void Without_A_Tag_The_Name_Tells_And_Of_An_Earlier_Deployment_What_Bedrock_Shows(
        string name, int submitted, bool looksAlike, string decision)
    {
        var job = SampleJob.With(JobStatus.InProgress) with
        {
            Name = name,
            SubmitTime = Noon.AddSeconds(submitted),
            RoleArn = looksAlike ? SampleJob.Definition.RoleArn : "arn:aws:iam::123456789012:role/other",
        };

        Assert.Equal(decision, Decide(job, identity: null, SampleJob.Definition with { JobName = "explicit" }));
    }

    private static string Decide(Job job, JobIdentity? identity, JobDefinition? wanted = null) => Replay.Decide(
        job, identity, wanted ?? SampleJob.Definition, new JobEvent(LifecycleHarness.Owner, "request-1", Noon)).ToString();
}
