using BatchResource.Provider.Jobs;
using BatchResource.Provider.Tests.Simulation;

namespace BatchResource.Provider.Tests.Jobs;

/// <summary>An Update that does not change what the job is.</summary>
[Trait("rule", "L10")]
public sealed class UpdateInPlaceTests
{
    private static readonly ResourceVersion Before = new(1, Tags: 1);
    private static readonly ResourceVersion Retagged = Before with { Tags = 2 };
    private static readonly ResourceVersion WithExtraTag = Before with { HasExtraTag = true };
    private readonly LifecycleHarness aws = new();

    [Fact]
    public void Without_Any_Effect_It_Takes_One_Call()
    {
        var job = aws.Created(Before);

        var calls = aws.CallsDuring(() => aws.Update(job.Arn.Value, Before, Before with { WaitsForValidation = true }));

        Assert.Equal(["GetModelInvocationJob"], calls);
    }

    [Fact]
    public void Tags_Change_On_The_Same_Job()
    {
        var job = aws.Created(Before);

        var outcome = aws.Update(job.Arn.Value, Before, Retagged);

        Assert.Equal(aws.Job.Arn.Value, outcome.PhysicalResourceId);
        Assert.Equal("2", job.Tags["version"]);
        Assert.Contains("UpdatedInPlace", aws.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Tags_That_Are_No_Longer_Wanted_Are_Removed_And_Those_Of_Others_Stay()
    {
        var change = TagChange.Between(
            new Dictionary<string, string> { ["a"] = "1", ["b"] = "2", ["c"] = "3", ["other"] = "4", [OwnershipTag.Key] = "5" },
            new Dictionary<string, string> { ["a"] = "1", ["b"] = "2", ["c"] = "3", ["never"] = "4", [OwnershipTag.Key] = "5" },
            new Dictionary<string, string> { ["a"] = "1", ["b"] = "new", ["d"] = "6" });

        Assert.Equal(new Dictionary<string, string> { ["b"] = "new", ["d"] = "6" }, change.Added);
        Assert.Equal(["c"], change.Removed);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Tags_That_A_Job_Does_Not_Take_Any_More_Are_Forgiven(bool isStopped)
    {
        var job = aws.Created(Before);
        if (isStopped)
        {
            job.Stop(aws.Time.GetUtcNow());
        }
        else
        {
            job.Complete(aws.Time.GetUtcNow());
        }

        aws.Service.Fail("TagResource", JobServiceError.Invalid);

        Assert.Null(aws.Update(job.Arn.Value, Before, Retagged).FailureReason);
        Assert.Equal("1", job.Tags["version"]);
        Assert.Contains("TagsNotChanged", aws.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Tags_That_Fail_On_A_Running_Job_Fail_The_Update_And_Keep_The_Id()
    {
        var job = aws.Created(Before);
        aws.Service.Fail("TagResource", JobServiceError.AccessDenied, message: "not authorized to perform: bedrock:TagResource");

        var outcome = aws.Update(job.Arn.Value, Before, Retagged);

        Assert.Contains("bedrock:TagResource", outcome.FailureReason, StringComparison.Ordinal);
        Assert.Equal(job.Arn.Value, outcome.PhysicalResourceId);
    }

    [Fact]
    public void A_Tag_That_Is_Not_Wanted_Any_More_Is_Removed_From_The_Job()
    {
        var job = aws.Created(WithExtraTag);

        Assert.Null(aws.Update(job.Arn.Value, WithExtraTag, Before).FailureReason);
        Assert.DoesNotContain("extra", job.Tags.Keys);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void A_Tag_That_May_Not_Be_Removed_Fails_The_Update_Unless_It_May_Never_Have_Been_There(bool isReadable, bool isForgiven)
    {
        var job = aws.Created(WithExtraTag);
        if (!isReadable)
        {
            aws.Service.Fail("ListTagsForResource", JobServiceError.AccessDenied);
        }

        aws.Service.Fail("UntagResource", JobServiceError.AccessDenied, message: "not authorized to perform: bedrock:UntagResource");

        var outcome = aws.Update(job.Arn.Value, WithExtraTag, Before);

        Assert.Equal(isForgiven, outcome.FailureReason is null);
        Assert.Equal(isForgiven, aws.Text.Contains("TagsNotChanged", StringComparison.Ordinal));
    }

    [Fact]
    public void A_Tag_That_Cannot_Be_Removed_For_Another_Reason_Fails_The_Update()
    {
        var job = aws.Created(WithExtraTag);
        aws.Service.Fail("ListTagsForResource", JobServiceError.AccessDenied);
        aws.Service.Fail("UntagResource", JobServiceError.Invalid);

        Assert.NotNull(aws.Update(job.Arn.Value, WithExtraTag, Before).FailureReason);
    }

    [Fact]
    public void Tags_Fail_The_Update_Where_Nothing_Tells_That_The_Job_Has_Ended()
    {
        var job = aws.Created(Before);
        aws.Service.Fail("TagResource", JobServiceError.Invalid);
        aws.Service.Succeed("GetModelInvocationJob", 1);
        aws.Service.Fail("GetModelInvocationJob", JobServiceError.AccessDenied);

        Assert.Contains("TagResource", aws.Update(job.Arn.Value, Before, Retagged).FailureReason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_Job_That_Bedrock_Has_Forgotten_Does_Not_Stand_In_The_Way()
    {
        const string Forgotten = "arn:aws:bedrock:us-east-1:123456789012:model-invocation-job/zzzzzzzzzzzz";

        var outcome = aws.Update(Forgotten, Before, Retagged);

        Assert.Null(outcome.FailureReason);
        Assert.Equal(Forgotten, outcome.PhysicalResourceId);
        Assert.True(outcome.Job!.IsForgotten);
        Assert.Contains("JobForgotten", aws.Text, StringComparison.Ordinal);
        Assert.Equal("arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-micro-v1:0", outcome.Job.ModelId);
        Assert.Empty(aws.Bedrock.Jobs);
    }

    [Fact]
    public void A_Missing_Permission_Fails_With_The_Same_Id()
    {
        var job = aws.Created(Before);
        aws.Service.Fail("GetModelInvocationJob", JobServiceError.AccessDenied);

        var outcome = aws.Update(job.Arn.Value, Before, Retagged);

        Assert.NotNull(outcome.FailureReason);
        Assert.Equal(job.Arn.Value, outcome.PhysicalResourceId);
    }
}
