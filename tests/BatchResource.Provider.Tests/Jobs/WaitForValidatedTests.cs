using BatchResource.Provider.Jobs;
using BatchResource.Provider.Tests.Simulation;

namespace BatchResource.Provider.Tests.Jobs;

[Trait("rule", "L15")]
public sealed class WaitForValidatedTests
{
    private static readonly ResourceVersion Version = new(1, WaitsForValidation: true);
    private readonly LifecycleHarness aws = new();

    [Fact]
    public void The_Answer_Comes_Once_Validation_Is_Over() => Assert.Equal(JobStatus.Scheduled, aws.Create(Version).Job!.Status);

    [Fact]
    public void A_Job_That_Fails_Validation_Fails_The_Deployment_With_Bedrocks_Words()
    {
        aws.Time.CreateTimer(
            _ => aws.Job.Fail(aws.Time.GetUtcNow(), "Batch job contains less records (1) than the required minimum of: 100"),
            null,
            TimeSpan.FromSeconds(30),
            Timeout.InfiniteTimeSpan);

        var outcome = aws.Create(Version);

        Assert.Contains("required minimum of: 100", outcome.FailureReason, StringComparison.Ordinal);
        Assert.Equal(aws.Job.Arn.Value, outcome.PhysicalResourceId);
    }

    [Fact]
    [Trait("rule", "L3")]
    public void A_Validation_That_Takes_Too_Long_Fails_And_Names_The_Job_So_That_It_Is_Stopped()
    {
        var outcome = aws.Create(Version, deadline: TimeSpan.FromSeconds(20));

        Assert.Contains("when the function's time ran out", outcome.FailureReason, StringComparison.Ordinal);
        Assert.Equal(aws.Job.Arn.Value, outcome.PhysicalResourceId);
    }

    [Fact]
    public void A_Job_That_Was_Stopped_Before_Is_A_Failure()
    {
        aws.Time.CreateTimer(_ => aws.Job.Stop(aws.Time.GetUtcNow()), null, TimeSpan.FromSeconds(30), Timeout.InfiniteTimeSpan);

        Assert.Contains("Stopping", aws.Create(Version).FailureReason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_Validation_That_Cannot_Be_Followed_Fails_And_Names_The_Job()
    {
        aws.Service.OnCall = operation =>
        {
            if (operation == "GetModelInvocationJob" && aws.Time.GetUtcNow() > aws.Job.SubmitTime)
            {
                aws.Service.Fail(operation, JobServiceError.AccessDenied);
            }
        };

        var outcome = aws.Create(Version);

        Assert.Contains("could not watch its validation", outcome.FailureReason, StringComparison.Ordinal);
        Assert.Equal(aws.Job.Arn.Value, outcome.PhysicalResourceId);
    }

    [Fact]
    public void An_Update_Whose_New_Job_Fails_Validation_Keeps_The_Old_One()
    {
        var old = aws.Created(new ResourceVersion(2));
        aws.Time.CreateTimer(
            _ => aws.Bedrock.Jobs[1].Fail(aws.Time.GetUtcNow(), "malformed input"),
            null,
            TimeSpan.FromSeconds(40),
            Timeout.InfiniteTimeSpan);

        var outcome = aws.Update(old.Arn.Value, new ResourceVersion(2), Version);

        Assert.Contains("malformed input", outcome.FailureReason, StringComparison.Ordinal);
        Assert.Equal(old.Arn.Value, outcome.PhysicalResourceId);
        Assert.True(aws.StatusOf(old).IsActive);
    }
}
