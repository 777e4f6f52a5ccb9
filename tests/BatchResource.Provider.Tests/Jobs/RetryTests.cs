using BatchResource.Provider.Jobs;
using BatchResource.Provider.Tests.Simulation;

namespace BatchResource.Provider.Tests.Jobs;

[Trait("rule", "L13")]
public sealed class RetryTests
{
    private const string Create = "CreateModelInvocationJob";
    private static readonly ResourceVersion Version = new(1);
    private readonly LifecycleHarness aws = new();

    [Theory]
    [InlineData(JobServiceError.Throttled)]
    [InlineData(JobServiceError.Server)]
    [InlineData(JobServiceError.NoAnswer)]
    [InlineData(JobServiceError.QuotaExceeded)]
    public void What_May_Pass_Is_Repeated_Until_It_Has_Passed(object error)
    {
        aws.Service.Fail(Create, (JobServiceError)error, times: 10);

        Assert.Null(aws.Create(Version).FailureReason);
        Assert.Single(aws.Bedrock.Jobs);
    }

    [Theory]
    [InlineData(JobServiceError.Invalid, "1 validation error detected")]
    [InlineData(JobServiceError.AccessDenied, "You don't have access to the model with the specified model ID.")]
    [InlineData(JobServiceError.AccessDenied, "not authorized to perform: bedrock:CreateModelInvocationJob with an explicit deny in x")]
    [InlineData(JobServiceError.AccessDenied, "not authorized to perform: iam:PassRole on resource: y with an explicit deny in x")]
    [InlineData(JobServiceError.NotFound, "no such model")]
    public void What_Will_Not_Pass_Fails_At_Once(object error, string message)
    {
        aws.Service.Fail(Create, (JobServiceError)error, message: message);

        var before = aws.Time.GetUtcNow();
        Assert.Contains(message, aws.Create(Version).FailureReason, StringComparison.Ordinal);
        Assert.Equal(before, aws.Time.GetUtcNow());
    }

    [Theory]
    [InlineData(JobServiceError.Invalid, "Could not assume provided IAM role")]
    [InlineData(JobServiceError.AccessDenied, "User: x is not authorized to perform: iam:PassRole on resource: y")]
    public void A_New_Role_Is_Given_Two_Minutes(object error, string message)
    {
        aws.Service.Fail(Create, (JobServiceError)error, times: 8, message: message);
        Assert.Null(aws.Create(Version).FailureReason);

        aws.Service.Fail(Create, (JobServiceError)error, times: 1000, message: message);
        var before = aws.Time.GetUtcNow();
        Assert.Contains(message, aws.Create(new ResourceVersion(2)).FailureReason, StringComparison.Ordinal);
        Assert.InRange(aws.Time.GetUtcNow() - before, TimeSpan.FromSeconds(100), TimeSpan.FromSeconds(120));
    }

    [Fact]
    public void A_Changed_Policy_Is_Given_One_Minute()
    {
        const string Message = "User: x is not authorized to perform: bedrock:CreateModelInvocationJob on resource: y";
        aws.Service.Fail(Create, JobServiceError.AccessDenied, times: 6, message: Message);
        Assert.Null(aws.Create(Version).FailureReason);
        Assert.Single(aws.Bedrock.Jobs);

        aws.Service.Fail(Create, JobServiceError.AccessDenied, times: 1000, message: Message);
        var before = aws.Time.GetUtcNow();
        Assert.Contains(Message, aws.Create(new ResourceVersion(2)).FailureReason, StringComparison.Ordinal);
        Assert.InRange(aws.Time.GetUtcNow() - before, TimeSpan.FromSeconds(40), TimeSpan.FromSeconds(60));
        Assert.Single(aws.Bedrock.Jobs);
    }

    [Fact]
    public void Only_What_Starts_A_Job_Waits_For_A_Policy()
    {
        var job = aws.Created(Version);
        aws.Service.Fail(
            "StopModelInvocationJob", JobServiceError.AccessDenied, message: "not authorized to perform: bedrock:StopModelInvocationJob");

        var before = aws.Time.GetUtcNow();
        Assert.Contains("StopModelInvocationJob", aws.Delete(job.Arn.Value).FailureReason, StringComparison.Ordinal);
        Assert.Equal(before, aws.Time.GetUtcNow());
    }

    [Fact]
    public void The_Steps_Grow_To_A_Limit_With_Full_Jitter()
    {
        var times = new List<DateTimeOffset>();
        var longest = new LifecycleHarness(random: () => 1);
        longest.Service.OnCall = operation =>
        {
            if (operation == Create)
            {
                times.Add(longest.Time.GetUtcNow());
            }
        };
        longest.Service.Fail(Create, JobServiceError.Throttled, times: 9);

        longest.Create(Version);

        var steps = times.Zip(times.Skip(1), (first, second) => (second - first).TotalMilliseconds).Take(9);
        Assert.Equal([200, 400, 800, 1600, 3200, 6400, 12800, 20000, 20000], steps);
    }

    [Theory]
    [InlineData("ListModelInvocationJobs")]
    [InlineData("StopModelInvocationJob")]
    public void Every_Call_Of_A_Delete_Is_Repeated(string operation)
    {
        var job = aws.Created(Version);
        aws.Service.Fail(operation, JobServiceError.Throttled, times: 5);

        Assert.Null(aws.Delete("invented").FailureReason);
        Assert.Equal(JobStatus.Stopped, aws.StatusOf(job));
    }

    [Fact]
    [Trait("rule", "L3")]
    public void Repetition_Ends_With_The_Functions_Time()
    {
        var job = aws.Created(Version);
        aws.Service.Fail("GetModelInvocationJob", JobServiceError.Server, times: 1000);

        var outcome = aws.Update(job.Arn.Value, Version, Version with { Tags = 3 }, deadline: TimeSpan.FromMinutes(1));

        Assert.Contains("time ran out", outcome.FailureReason, StringComparison.Ordinal);
        Assert.Equal(job.Arn.Value, outcome.PhysicalResourceId);
    }
}
