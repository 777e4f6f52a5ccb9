using BatchResource.Contract;
using BatchResource.Provider.Jobs;
using BatchResource.Provider.Tests.Simulation;

namespace BatchResource.Provider.Tests.Jobs;

public sealed class CreateTests
{
    private static readonly ResourceVersion Version = new(1, Tags: 7);
    private readonly LifecycleHarness aws = new();

    [Fact]
    [Trait("rule", "L4")]
    public void The_RequestId_Is_The_Token_And_The_Arn_The_Physical_Id()
    {
        var request = aws.NewRequest();

        var outcome = aws.Create(Version, request);

        Assert.Equal(request.RequestId, aws.Job.Request.Token);
        Assert.Equal(aws.Job.Arn.Value, outcome.PhysicalResourceId);
        Assert.Equal(JobStatus.Submitted, outcome.Job!.Status);
        Assert.Equal("7", aws.Job.Tags["version"]);
        Assert.DoesNotContain(OwnershipTag.Key, aws.Job.Tags.Keys);
    }

    [Fact]
    [Trait("rule", "L4")]
    public void The_Good_Path_Takes_Three_Calls() => Assert.Equal(
        ["ListModelInvocationJobs", "CreateModelInvocationJob", "GetModelInvocationJob"], aws.CallsDuring(() => aws.Create(Version)));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("rule", "L4")]
    public void The_Same_Event_Delivered_Twice_Leads_To_The_Same_Job(bool repeatedTokenReturnsJob)
    {
        var bedrock = new LifecycleHarness(new SimulatedBedrockSwitches { RepeatedTokenReturnsJob = repeatedTokenReturnsJob });
        var request = bedrock.NewRequest();

        var first = bedrock.Create(Version, request);
        bedrock.Time.Advance(TimeSpan.FromMinutes(2));
        var second = bedrock.Create(Version, request);

        Assert.Equal(first.PhysicalResourceId, second.PhysicalResourceId);
        Assert.Null(second.FailureReason);
        Assert.Single(bedrock.Bedrock.Jobs);
    }

    [Fact]
    [Trait("rule", "L5")]
    public void A_Generated_Name_Leads_Back_To_Owner_Definition_And_Event()
    {
        var request = aws.NewRequest();

        aws.Create(Version, request);

        var identity = GeneratedJobName.Read(aws.Job.Request.Name, LifecycleHarness.Owner)!;
        Assert.Equal(DefinitionHash.Of(aws.Job.Request.Definition), identity.Definition);
        Assert.Equal(request.IssuedAt, identity.IssuedAt);
    }

    [Fact]
    [Trait("rule", "L5")]
    public void An_Explicit_Name_Is_Used_As_It_Is_And_A_Tag_Tells_The_Owner()
    {
        aws.Create(Version with { HasExplicitName = true });

        Assert.Equal("explicit-1", aws.Job.Request.Name);
        Assert.NotNull(OwnershipTag.Read(aws.Job.Tags, LifecycleHarness.Owner));
        Assert.Null(OwnershipTag.Read(aws.Job.Tags, new(LifecycleHarness.Owner.StackId, "Other")));
    }

    [Theory]
    [InlineData(JobServiceError.Conflict, "whatever it says")]
    [InlineData(JobServiceError.Invalid, "The provided job name is currently in use")]
    [Trait("rule", "L6")]
    public void A_Name_In_Use_By_The_Same_Event_Is_Adopted(object error, string message)
    {
        var request = aws.NewRequest();
        aws.Create(Version, request);
        aws.Service.Fail("CreateModelInvocationJob", (JobServiceError)error, message: message);

        var outcome = aws.Create(Version, request);

        Assert.Null(outcome.FailureReason);
        Assert.Equal(aws.Job.Arn.Value, outcome.PhysicalResourceId);
    }

    [Theory]
    [InlineData(8, true)]
    [InlineData(60, false)]
    [Trait("rule", "L6")]
    public void A_Name_In_Use_Is_Looked_For_As_Long_As_A_List_May_Lag(int lagInSeconds, bool isFound)
    {
        var lagging = new LifecycleHarness(new SimulatedBedrockSwitches { ListLag = TimeSpan.FromSeconds(lagInSeconds) });
        var request = lagging.NewRequest();
        lagging.Create(Version, request);
        lagging.Service.Fail("CreateModelInvocationJob", JobServiceError.Conflict, message: "the name is in use");

        var outcome = lagging.Create(Version, request);

        Assert.Equal(isFound, outcome.FailureReason is null);
        Assert.Equal(isFound, outcome.PhysicalResourceId == lagging.Job.Arn.Value);
        Assert.Equal(
            isFound
                ? null
                : $"CreateModelInvocationJob: the name is in use; the list of jobs does not show the job with the name"
                    + $" {lagging.Job.Request.Name}",
            outcome.FailureReason);
        Assert.False(PhysicalId.IsNoJob(outcome.PhysicalResourceId));
    }

    [Fact]
    [Trait("rule", "L6")]
    public void A_Name_In_Use_By_A_Stranger_Is_Named_In_The_Failure_And_Left_Alone()
    {
        var stranger = aws.Created(Version with { HasExplicitName = true });

        var outcome = aws.Create(Version with { HasExplicitName = true });

        Assert.Equal(
            $"JobName explicit-1 is in use by job {stranger.Arn} (Submitted), which this resource did not start; choose another JobName, or"
            + " leave it out to get a generated name",
            outcome.FailureReason);
        Assert.True(PhysicalId.IsNoJob(outcome.PhysicalResourceId));
        Assert.True(aws.StatusOf(stranger).IsActive);
        Assert.Single(aws.Bedrock.Jobs);
    }

    [Fact]
    [Trait("rule", "L6")]
    public void A_Name_In_Use_That_Cannot_Be_Looked_For_Leaves_The_Question_Open()
    {
        aws.Service.Fail("CreateModelInvocationJob", JobServiceError.Conflict, message: "the name is in use");
        aws.Service.Succeed("ListModelInvocationJobs", 1);
        aws.Service.Fail("ListModelInvocationJobs", JobServiceError.AccessDenied, message: "no policy allows it");

        var outcome = aws.Create(Version);

        Assert.StartsWith("the provider could not find out whether job nightly-", outcome.FailureReason, StringComparison.Ordinal);
        Assert.EndsWith(
            " was started: ListModelInvocationJobs: no policy allows it",
            outcome.FailureReason,
            StringComparison.Ordinal);
        Assert.StartsWith("unknown-job:", outcome.PhysicalResourceId, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("rule", "L9")]
    public void A_Look_For_Jobs_That_Fails_Leaves_The_Question_Open()
    {
        aws.Service.Fail("ListModelInvocationJobs", JobServiceError.Invalid, message: "the token is invalid");

        var outcome = aws.Create(Version);

        Assert.Equal("ListModelInvocationJobs: the token is invalid", outcome.FailureReason);
        Assert.StartsWith("unknown-job:request-1@", outcome.PhysicalResourceId, StringComparison.Ordinal);
        Assert.Empty(aws.Bedrock.Jobs);
    }

    [Fact]
    [Trait("rule", "L9")]
    public void A_Look_For_Jobs_That_Is_Refused_Has_Started_Nothing()
    {
        aws.Service.Fail("ListModelInvocationJobs", JobServiceError.AccessDenied, message: "no policy allows it");

        var outcome = aws.Create(Version);

        Assert.Equal("ListModelInvocationJobs: no policy allows it; nothing was started", outcome.FailureReason);
        Assert.True(PhysicalId.IsNoJob(outcome.PhysicalResourceId));
    }

    [Fact]
    [Trait("rule", "L3")]
    public void A_Look_For_Jobs_That_Takes_All_The_Time_Says_So()
    {
        aws.Service.Fail("ListModelInvocationJobs", JobServiceError.Throttled, times: 1000);

        var outcome = aws.Create(Version, deadline: TimeSpan.FromSeconds(30));

        Assert.Equal(
            "the function's time ran out while it looked for the resource's jobs; deploy again", outcome.FailureReason);
        Assert.StartsWith("unknown-job:", outcome.PhysicalResourceId, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("rule", "L9a")]
    public void Of_Two_Jobs_That_Run_The_Later_One_Is_Taken_Over()
    {
        var earlier = aws.NewRequest();
        _ = aws.StartElsewhere(Version, earlier);
        aws.Time.Advance(TimeSpan.FromMinutes(1));
        _ = aws.StartElsewhere(Version, aws.NewRequest());
        aws.Time.Advance(TimeSpan.FromMinutes(1));

        var outcome = aws.Create(Version);

        Assert.Equal(aws.Bedrock.Jobs[1].Arn.Value, outcome.PhysicalResourceId);
        Assert.Equal(2, aws.Bedrock.Jobs.Count);
    }

    [Fact]
    [Trait("rule", "L9")]
    public void A_Refused_Create_Fails_With_Bedrocks_Words_And_A_Marker()
    {
        aws.Service.Fail("CreateModelInvocationJob", JobServiceError.Invalid, message: "Batch inference is not supported for model X");

        var outcome = aws.Create(Version);

        Assert.Equal("CreateModelInvocationJob: Batch inference is not supported for model X", outcome.FailureReason);
        Assert.True(PhysicalId.IsNoJob(outcome.PhysicalResourceId));
        Assert.Empty(aws.Bedrock.Jobs);
    }

    [Fact]
    [Trait("rule", "L9")]
    public void The_Delete_After_A_Refused_Create_Looks_Once_And_Succeeds()
    {
        aws.Service.Fail("CreateModelInvocationJob", JobServiceError.Invalid);
        var failed = aws.Create(Version);

        JobOutcome? deleted = null;
        var calls = aws.CallsDuring(() => deleted = aws.Delete(failed.PhysicalResourceId));

        Assert.Null(deleted!.FailureReason);
        Assert.Equal(failed.PhysicalResourceId, deleted.PhysicalResourceId);
        Assert.Equal(["ListModelInvocationJobs"], calls);
    }

    [Fact]
    [Trait("rule", "L4")]
    public void A_Job_That_Cannot_Be_Described_Is_Reported_All_The_Same()
    {
        aws.Service.Fail("GetModelInvocationJob", JobServiceError.AccessDenied);

        var outcome = aws.Create(Version);

        Assert.Null(outcome.FailureReason);
        Assert.Equal(aws.Job.Arn.Value, outcome.PhysicalResourceId);
        Assert.Equal(aws.Job.Request.Name, outcome.Job!.Name);
    }

    [Fact]
    [Trait("rule", "L4")]
    public void A_Get_That_Lags_Behind_Is_Waited_For()
    {
        var lagging = new LifecycleHarness(new SimulatedBedrockSwitches { GetLag = TimeSpan.FromSeconds(5) });

        var outcome = lagging.Create(Version);

        Assert.Equal(lagging.Job.SubmitTime, outcome.Job!.SubmitTime);
    }
}
