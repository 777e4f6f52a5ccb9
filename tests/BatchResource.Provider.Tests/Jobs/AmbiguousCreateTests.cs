using BatchResource.Provider.Jobs;
using BatchResource.Provider.Tests.Simulation;

namespace BatchResource.Provider.Tests.Jobs;

/// <summary>A call that got no answer may have started the job.</summary>
[Trait("rule", "L8")]
public sealed class AmbiguousCreateTests
{
    private const string Create = "CreateModelInvocationJob";
    private static readonly ResourceVersion Version = new(1);
    private readonly LifecycleHarness aws = new();

    [Theory]
    [InlineData(JobServiceError.NoAnswer, true)]
    [InlineData(JobServiceError.NoAnswer, false)]
    [InlineData(JobServiceError.Server, true)]
    [InlineData(JobServiceError.Server, false)]
    public void It_Is_Repeated_With_The_Same_Token(object error, bool isAfterEffect)
    {
        aws.Service.Fail(Create, (JobServiceError)error, times: 3, isAfterEffect: isAfterEffect);

        var outcome = aws.Create(Version);

        Assert.Null(outcome.FailureReason);
        Assert.Equal(aws.Job.Arn.Value, outcome.PhysicalResourceId);
    }

    [Fact]
    public void When_No_Answer_Ever_Comes_The_Job_Is_Found_By_Its_Name()
    {
        aws.Service.Fail(Create, JobServiceError.NoAnswer, times: 1000, isAfterEffect: true);

        var outcome = aws.Create(Version);

        Assert.Null(outcome.FailureReason);
        Assert.Equal(aws.Job.Arn.Value, outcome.PhysicalResourceId);
    }

    [Fact]
    public void When_It_Cannot_Be_Found_Out_The_Delete_That_Follows_Looks_Out_For_The_Job()
    {
        aws.Service.Fail(Create, JobServiceError.NoAnswer, times: 1000);

        var outcome = aws.Create(Version);

        Assert.Equal("CreateModelInvocationJob: as scripted", outcome.FailureReason);
        Assert.False(PhysicalId.IsNoJob(outcome.PhysicalResourceId));
        Assert.Null(JobArn.TryParse(outcome.PhysicalResourceId));
    }

    [Fact]
    public void A_Definite_Refusal_After_A_Lost_Answer_Is_Not_Believed()
    {
        aws.Service.Fail(Create, JobServiceError.NoAnswer, isAfterEffect: true);
        aws.Service.Fail(Create, JobServiceError.AccessDenied);

        var outcome = aws.Create(Version);

        Assert.Equal(aws.Job.Arn.Value, outcome.PhysicalResourceId);
    }

    [Fact]
    public void Throttling_Leaves_No_Doubt()
    {
        aws.Service.Fail(Create, JobServiceError.Throttled, times: 1000);

        Assert.True(PhysicalId.IsNoJob(aws.Create(Version).PhysicalResourceId));
    }

    [Fact]
    [Trait("rule", "L3")]
    public void The_End_Of_The_Functions_Time_Leaves_The_Question_Open()
    {
        aws.Service.Fail(Create, JobServiceError.NoAnswer, times: 1000);

        var outcome = aws.Create(Version, deadline: TimeSpan.FromSeconds(20));

        Assert.Contains("time ran out", outcome.FailureReason, StringComparison.Ordinal);
        Assert.False(PhysicalId.IsNoJob(outcome.PhysicalResourceId));
    }

    [Fact]
    [Trait("rule", "L12")]
    public void No_Try_Begins_After_The_Window()
    {
        var request = aws.NewRequest();
        var last = DateTimeOffset.MinValue;
        aws.Service.OnCall = operation => last = operation == Create ? aws.Time.GetUtcNow() : last;
        aws.Service.Fail(Create, JobServiceError.QuotaExceeded, times: 1000);

        aws.Create(Version, request);

        Assert.InRange(last, request.IssuedAt!.Value, request.IssuedAt.Value + LifecycleHarness.Options.CreateWindow);
    }

    [Fact]
    [Trait("rule", "L12")]
    public void An_Event_That_Comes_After_The_Window_Starts_Nothing()
    {
        var request = aws.NewRequest();
        aws.Time.Advance(LifecycleHarness.Options.CreateWindow + TimeSpan.FromSeconds(1));

        var outcome = aws.Create(Version, request);

        Assert.Contains("nothing was started, deploy again", outcome.FailureReason, StringComparison.Ordinal);
        Assert.Empty(aws.Bedrock.Jobs);
    }

    [Fact]
    [Trait("rule", "L12")]
    public void An_Event_That_Comes_Again_After_The_Window_Finds_Its_Job()
    {
        var request = aws.NewRequest();
        aws.Create(Version, request);
        aws.Time.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(aws.Job.Arn.Value, aws.Create(Version, request).PhysicalResourceId);
    }
}
