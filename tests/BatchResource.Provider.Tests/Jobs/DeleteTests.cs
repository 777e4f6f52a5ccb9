using BatchResource.Provider.Jobs;
using BatchResource.Provider.Tests.Simulation;

namespace BatchResource.Provider.Tests.Jobs;

[Trait("rule", "L12")]
public sealed class DeleteTests
{
    private const string Invented = "nightly-Job-1ABCDEFGHIJKL";
    private static readonly ResourceVersion Version = new(1);
    private readonly LifecycleHarness aws = new();

    [Fact]
    public void A_Running_Job_Is_Stopped_And_Its_End_Awaited()
    {
        var job = aws.Created(Version);

        var outcome = aws.Delete(job.Arn.Value);

        Assert.Null(outcome.FailureReason);
        Assert.Equal(job.Arn.Value, outcome.PhysicalResourceId);
        Assert.Equal(JobStatus.Stopped, aws.StatusOf(job));
    }

    [Theory]
    [InlineData(JobServiceError.Invalid)]
    [InlineData(JobServiceError.Conflict)]
    [InlineData(JobServiceError.NotFound)]
    public void A_Job_That_Has_Ended_Takes_Five_Calls_Whatever_Stop_Says(object answer)
    {
        var ended = new LifecycleHarness(new SimulatedBedrockSwitches { StopOfEnded = (JobServiceError)answer });
        var job = ended.Created(Version);
        job.Complete(ended.Time.GetUtcNow());

        var calls = ended.CallsDuring(() => Assert.Null(ended.Delete(job.Arn.Value).FailureReason));

        Assert.Equal([
                "TagResource",
                "ListTagsForResource",
                "ListModelInvocationJobs",
                "StopModelInvocationJob",
                "GetModelInvocationJob",
            ],
            calls);
    }

    [Fact]
    public void A_Job_That_Is_Gone_Is_Success() =>
        Assert.Null(aws.Delete("arn:aws:bedrock:us-east-1:123456789012:model-invocation-job/zzzzzzzzzzzz").FailureReason);

    [Fact]
    public void A_Job_That_Is_Not_Visible_Yet_Is_Not_Taken_For_Gone()
    {
        var lagging = new LifecycleHarness(new SimulatedBedrockSwitches { GetLag = TimeSpan.FromSeconds(8) });
        lagging.Service.Fail("GetModelInvocationJob", JobServiceError.AccessDenied);
        var job = lagging.Created(Version);
        lagging.Service.Fail("StopModelInvocationJob", JobServiceError.NotFound);

        lagging.Delete(job.Arn.Value);

        Assert.Equal(JobStatus.Stopped, lagging.StatusOf(job));
    }

    [Fact]
    public void A_Refusal_Of_A_Running_Job_Is_Tried_Again()
    {
        var job = aws.Created(Version);
        aws.Service.Fail("StopModelInvocationJob", JobServiceError.Conflict, times: 3);

        Assert.Null(aws.Delete(job.Arn.Value).FailureReason);
        Assert.Equal(JobStatus.Stopped, aws.StatusOf(job));
    }

    [Fact]
    public void A_Job_That_Does_Not_Stop_Fails_The_Delete_And_Is_Named()
    {
        var job = aws.Created(Version);
        aws.Service.Fail("StopModelInvocationJob", JobServiceError.Conflict, times: 1000);

        var outcome = aws.Delete(job.Arn.Value);

        Assert.Contains($"job {job.Arn} is still running", outcome.FailureReason, StringComparison.Ordinal);
        Assert.Equal(job.Arn.Value, outcome.PhysicalResourceId);
    }

    [Fact]
    public void A_Job_That_Takes_Long_To_Stop_Is_Let_Go()
    {
        var slow = new LifecycleHarness(new SimulatedBedrockSwitches { StopTime = TimeSpan.FromHours(1) });
        var job = slow.Created(Version);

        Assert.Null(slow.Delete(job.Arn.Value).FailureReason);
        Assert.Equal(JobStatus.Stopping, slow.StatusOf(job));
    }

    [Fact]
    [Trait("rule", "L3")]
    public void The_End_Of_The_Functions_Time_Is_No_Failure_For_A_Job_That_Stops()
    {
        var slow = new LifecycleHarness(new SimulatedBedrockSwitches { StopTime = TimeSpan.FromHours(1) });
        var job = slow.Created(Version);

        Assert.Null(slow.Delete(job.Arn.Value, deadline: TimeSpan.FromSeconds(30)).FailureReason);
    }

    [Fact]
    [Trait("rule", "L3")]
    public void The_End_Of_The_Functions_Time_Names_A_Job_That_Still_Runs()
    {
        var job = aws.Created(Version);
        aws.Service.Fail("StopModelInvocationJob", JobServiceError.Throttled, times: 1000);

        var outcome = aws.Delete(job.Arn.Value, deadline: TimeSpan.FromSeconds(30));

        Assert.Contains(job.Arn.Value, outcome.FailureReason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_Missing_Permission_Fails_And_Says_So()
    {
        var job = aws.Created(Version);
        aws.Service.Fail("StopModelInvocationJob", JobServiceError.AccessDenied, message: "not authorized to perform: bedrock:Stop");

        Assert.Contains("not authorized", aws.Delete(job.Arn.Value).FailureReason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("arn:aws:bedrock:eu-west-1:123456789012:model-invocation-job/abcdefghijkl")]
    [InlineData("arn:aws:bedrock:us-east-1:210987654321:model-invocation-job/abcdefghijkl")]
    [InlineData("arn:aws:s3:::bucket")]
    [InlineData("2026/11/22/[$LATEST]0123456789abcdef")]
    [InlineData("größe 日本語")]
    public void An_Id_That_Is_Not_Ours_Succeeds_Unchanged(string id)
    {
        var outcome = aws.Delete(id);

        Assert.Null(outcome.FailureReason);
        Assert.Equal(id, outcome.PhysicalResourceId);
        Assert.DoesNotContain("StopModelInvocationJob", aws.Bedrock.Calls);
    }

    [Fact]
    public void For_An_Invented_Id_The_Job_Of_The_Cancelled_Create_Is_Stopped()
    {
        var job = aws.Created(Version);
        aws.Time.Advance(TimeSpan.FromSeconds(2));

        var outcome = aws.Delete(Invented);

        Assert.Null(outcome.FailureReason);
        Assert.Equal(Invented, outcome.PhysicalResourceId);
        Assert.Equal(JobStatus.Stopped, aws.StatusOf(job));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(60)]
    [InlineData(149)]
    public void A_Create_That_Still_Runs_Elsewhere_Is_Waited_For(int seconds)
    {
        var create = aws.NewRequest();
        aws.Time.CreateTimer(_ => aws.StartElsewhere(Version, create), null, TimeSpan.FromSeconds(seconds), Timeout.InfiniteTimeSpan);

        var outcome = aws.Delete(Invented);

        Assert.Null(outcome.FailureReason);
        Assert.True(aws.StatusOf(aws.Job).IsCancelled);
    }

    [Fact]
    public void The_Wait_Ends_When_No_Create_Can_Start_A_Job_Any_More()
    {
        var request = aws.NewRequest();

        Assert.Null(aws.Delete(Invented, request).FailureReason);

        var options = LifecycleHarness.Options;
        Assert.InRange(
            aws.Time.GetUtcNow() - request.IssuedAt!.Value,
            options.CreateWindow + options.CallTimeout + options.ConsistencyLag,
            options.CreateWindow + options.CallTimeout + options.ConsistencyLag + options.PollInterval);
    }

    [Fact]
    public void A_Job_Of_A_Later_Create_Is_Left_Alone()
    {
        var request = aws.NewRequest();
        aws.Time.Advance(TimeSpan.FromSeconds(5));
        var later = aws.Created(Version);

        aws.Delete(Invented, request);

        Assert.True(aws.StatusOf(later).IsActive);
    }

    [Fact]
    public void An_Explicit_Name_Is_Looked_For_Too_And_Only_Ones_Own_Is_Stopped()
    {
        var own = aws.Created(Version with { HasExplicitName = true });
        var strangers = new ResourceVersion(2, HasExplicitName: true);
        var stranger = aws.Created(strangers);
        stranger.Tags.Clear();

        aws.Delete(Invented, explicitName: own.Request.Name);
        aws.Delete(PhysicalId.NoJob("request-9", null), explicitName: stranger.Request.Name);

        Assert.True(aws.StatusOf(own).IsCancelled);
        Assert.True(aws.StatusOf(stranger).IsActive);
    }

    [Fact]
    public void A_List_Of_Many_Pages_Is_Read_To_Its_End()
    {
        var paged = new LifecycleHarness(new SimulatedBedrockSwitches { PageSize = 1 });
        paged.Created(Version);
        paged.Created(new ResourceVersion(2));
        paged.Created(new ResourceVersion(3));

        paged.Delete(Invented);

        Assert.All(paged.Bedrock.Jobs, job => Assert.True(paged.StatusOf(job).IsCancelled));
    }
}
