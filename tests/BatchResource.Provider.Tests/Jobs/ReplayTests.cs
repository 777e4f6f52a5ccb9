using BatchResource.Provider.Jobs;
using BatchResource.Provider.Tests.Simulation;

namespace BatchResource.Provider.Tests.Jobs;

/// <summary>
/// CloudFormation re-uses a RequestId when a user retries a failed deployment; Lambda does when it delivers an event again.
/// </summary>
[Trait("rule", "L7")]
public sealed class ReplayTests
{
    private static readonly ResourceVersion Version = new(1);
    private readonly LifecycleHarness aws = new();

    [Fact]
    public void A_Retried_Deployment_Whose_Job_Had_Failed_Gets_A_Fresh_One()
    {
        var request = aws.NewRequest();
        aws.Create(Version, request);
        aws.Job.Fail(aws.Time.GetUtcNow(), "the input could not be read");
        aws.Time.Advance(TimeSpan.FromMinutes(10));

        var outcome = aws.Create(Version, request with { IssuedAt = aws.Time.GetUtcNow() });

        var fresh = aws.Bedrock.Jobs[1];
        Assert.Equal(fresh.Arn.Value, outcome.PhysicalResourceId);
        Assert.Equal($"{request.RequestId}-2", fresh.Request.Token);
        Assert.EndsWith("-2", fresh.Request.Name, StringComparison.Ordinal);
    }

    [Fact]
    public void A_Redelivered_Event_Whose_Job_Has_Failed_Starts_Nothing_And_Tells_Why()
    {
        var request = aws.NewRequest();
        aws.Create(Version, request);
        aws.Job.Fail(aws.Time.GetUtcNow(), "the input could not be read");
        aws.Time.Advance(TimeSpan.FromMinutes(1));

        var outcome = aws.Create(Version, request);

        Assert.Contains("the input could not be read", outcome.FailureReason, StringComparison.Ordinal);
        Assert.Equal(aws.Job.Arn.Value, outcome.PhysicalResourceId);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(60)]
    public void A_Used_Token_Whose_Job_Was_Stopped_Is_No_Answer_Even_If_Bedrock_Does_Not_Describe_That_Job(int secondsAfterStop)
    {
        var named = Version with { HasExplicitName = true };
        var old = aws.Created(new ResourceVersion(2));
        var request = aws.NewRequest();
        var first = aws.Update(old.Arn.Value, new ResourceVersion(2), named, request);
        aws.Bedrock.Jobs[1].Stop(aws.Time.GetUtcNow());
        aws.Time.Advance(TimeSpan.FromSeconds(secondsAfterStop));
        aws.Service.OnCreate = _ => aws.Service.Fail("GetModelInvocationJob", JobServiceError.NoAnswer, times: 1000);

        var again = aws.Update(old.Arn.Value, new ResourceVersion(2), named, request with { IssuedAt = aws.Time.GetUtcNow() });

        Assert.Equal(aws.Bedrock.Jobs[1].Arn.Value, first.PhysicalResourceId);
        Assert.Contains("JobName explicit-1 belongs to job", again.FailureReason, StringComparison.Ordinal);
        Assert.Equal(2, aws.Bedrock.Jobs.Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(60)]
    public void A_Redelivered_Event_Whose_Job_Was_Cancelled_Starts_Nothing(int secondsAfterStop)
    {
        var request = aws.NewRequest();
        aws.Create(Version, request);
        aws.Job.Stop(aws.Time.GetUtcNow());
        aws.Time.Advance(TimeSpan.FromSeconds(secondsAfterStop));

        var outcome = aws.Create(Version, request);

        Assert.Contains("was stopped", outcome.FailureReason, StringComparison.Ordinal);
        Assert.Equal(aws.Job.Arn.Value, outcome.PhysicalResourceId);
    }

    [Fact]
    public void A_Retried_Deployment_Whose_Job_Was_Stopped_By_The_Rollback_Gets_A_Fresh_One()
    {
        var request = aws.NewRequest();
        var first = aws.Create(Version, request);
        aws.Delete(first.PhysicalResourceId);
        aws.Time.Advance(TimeSpan.FromMinutes(10));

        var outcome = aws.Create(Version, request with { IssuedAt = aws.Time.GetUtcNow() });

        Assert.Null(outcome.FailureReason);
        Assert.NotEqual(first.PhysicalResourceId, outcome.PhysicalResourceId);
    }

    [Fact]
    public void An_Event_Without_A_Date_Starts_Nothing_For_A_Cancelled_Job()
    {
        var request = aws.NewRequest() with { IssuedAt = null };
        aws.Create(Version, request);
        aws.Job.Stop(aws.Time.GetUtcNow());

        Assert.NotNull(aws.Create(Version, request).FailureReason);
        Assert.Single(aws.Bedrock.Jobs);
    }

    [Fact]
    public void An_Event_Without_A_Date_Gets_A_Fresh_Attempt_For_A_Failed_Job()
    {
        var request = aws.NewRequest() with { IssuedAt = null };
        aws.Create(Version, request);
        aws.Job.Fail(aws.Time.GetUtcNow(), "the input could not be read");

        Assert.Null(aws.Create(Version, request).FailureReason);
        Assert.Equal(2, aws.Bedrock.Jobs.Count);
    }

    [Fact]
    public void A_Token_That_Was_Spent_On_Another_Definition_Counts_On()
    {
        var request = aws.NewRequest();
        aws.Create(new ResourceVersion(2), request);

        var outcome = aws.Create(Version, request);

        Assert.Equal(aws.Bedrock.Jobs[1].Arn.Value, outcome.PhysicalResourceId);
        Assert.Equal($"{request.RequestId}-2", aws.Bedrock.Jobs[1].Request.Token);

        // Delivered once more, the event finds the job of its last attempt.
        Assert.Equal(outcome.PhysicalResourceId, aws.Create(Version, request).PhysicalResourceId);
        Assert.Equal(2, aws.Bedrock.Jobs.Count);
    }

    /// <summary>Only what this very invocation started may be taken back when its answer is lost.</summary>
    [Fact]
    [Trait("rule", "L2")]
    public void A_Redelivered_Update_Does_Not_Claim_To_Have_Started_Its_Job()
    {
        var old = aws.Created(Version);
        aws.Time.Advance(TimeSpan.FromMinutes(5));
        var request = aws.NewRequest();
        var first = aws.Update(old.Arn.Value, Version, new ResourceVersion(2), request);

        var again = aws.Update(old.Arn.Value, Version, new ResourceVersion(2), request);

        Assert.Equal(first.PhysicalResourceId, again.PhysicalResourceId);
        Assert.NotNull(first.Started);
        Assert.Null(again.Started);
    }

    [Fact]
    public void An_Explicit_Name_That_A_Dead_Job_Holds_Is_An_Error_That_Says_What_To_Do()
    {
        var named = Version with { HasExplicitName = true };
        var request = aws.NewRequest();
        aws.Create(named, request);
        aws.Job.Fail(aws.Time.GetUtcNow(), "the input could not be read");
        aws.Time.Advance(TimeSpan.FromMinutes(10));

        var outcome = aws.Create(named, request with { IssuedAt = aws.Time.GetUtcNow() });

        Assert.Contains("choose another JobName", outcome.FailureReason, StringComparison.Ordinal);
        Assert.Single(aws.Bedrock.Jobs);
    }

    [Fact]
    public void After_Nine_Dead_Jobs_It_Is_Over()
    {
        var request = aws.NewRequest();
        for (var deployment = 1; deployment <= 9; deployment++)
        {
            Assert.Null(aws.Create(Version, request with { IssuedAt = aws.Time.GetUtcNow() }).FailureReason);
            aws.Bedrock.Jobs[^1].Fail(aws.Time.GetUtcNow(), "the input could not be read");
            aws.Time.Advance(TimeSpan.FromMinutes(10));
        }

        var outcome = aws.Create(Version, request with { IssuedAt = aws.Time.GetUtcNow() });

        Assert.Contains("change Revision", outcome.FailureReason, StringComparison.Ordinal);
        Assert.Equal(9, aws.Bedrock.Jobs.Count);
    }

    [Fact]
    public void A_Completed_Job_Is_The_Events_Job()
    {
        var request = aws.NewRequest();
        aws.Create(Version, request);
        aws.Job.Complete(aws.Time.GetUtcNow());

        var outcome = aws.Create(Version, request);

        Assert.Null(outcome.FailureReason);
        Assert.Equal(JobStatus.Completed, outcome.Job!.Status);
    }
}
