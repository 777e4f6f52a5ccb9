using BatchResource.Provider.Jobs;
using BatchResource.Provider.Tests.Simulation;

namespace BatchResource.Provider.Tests.Jobs;

/// <summary>What must not keep a stack in a state that nothing leads out of, and what must not pass in silence.</summary>
public sealed class NeverStuckTests
{
    private const string Invented = "nightly-Job-1ABCDEFGHIJKL";
    private static readonly ResourceVersion First = new(1);
    private static readonly ResourceVersion Second = new(2);
    private static readonly ResourceVersion NamedX = new(1, HasExplicitName: true);
    private static readonly ResourceVersion NamedY = new(2, HasExplicitName: true);
    private readonly LifecycleHarness aws = new();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("rule", "L10")]
    public void The_Rollback_Of_Tags_That_Could_Not_Be_Added_Succeeds(bool tagsAreReadable)
    {
        var job = aws.Created(First);
        var more = First with { HasExtraTag = true };
        Refuse("TagResource", "UntagResource");
        if (!tagsAreReadable)
        {
            Refuse("ListTagsForResource");
        }

        Assert.NotNull(aws.Update(job.Arn.Value, First, more).FailureReason);
        Assert.Null(aws.Update(job.Arn.Value, more, First).FailureReason);
    }

    [Fact]
    [Trait("rule", "L10")]
    public void The_Rollback_Of_A_Tag_Whose_Value_Could_Not_Be_Changed_Succeeds()
    {
        var job = aws.Created(First);
        Refuse("TagResource");

        Assert.NotNull(aws.Update(job.Arn.Value, First, First with { Tags = 1 }).FailureReason);
        Assert.Null(aws.Update(job.Arn.Value, First with { Tags = 1 }, First).FailureReason);
    }

    [Fact]
    [Trait("rule", "L10")]
    public void A_Job_That_Ends_While_Its_Tags_Are_Changed_Is_Forgiven()
    {
        var job = aws.Created(First);
        aws.Service.OnCall = operation =>
        {
            if (operation == "TagResource")
            {
                job.Complete(aws.Time.GetUtcNow());
            }
        };
        aws.Service.Fail("TagResource", JobServiceError.Invalid, message: "the job has ended");

        Assert.Null(aws.Update(job.Arn.Value, First, First with { Tags = 1 }).FailureReason);
        Assert.Contains("TagsNotChanged", aws.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("rule", "L10")]
    public void A_Rollback_Leaves_The_Tags_That_Others_Have_Put_On_The_Job()
    {
        var old = aws.Created(First);
        old.Tags["owner"] = "finance";
        var replaced = aws.Update(old.Arn.Value, First, Second);

        aws.Update(replaced.PhysicalResourceId, Second, First);

        Assert.Equal("finance", old.Tags["owner"]);
    }

    [Theory]
    [InlineData(true, JobServiceError.AccessDenied)]
    [InlineData(true, JobServiceError.Invalid)]
    [InlineData(false, JobServiceError.AccessDenied)]
    [InlineData(false, JobServiceError.Invalid)]
    [Trait("rule", "L11")]
    public void A_Rollback_To_An_Explicit_Name_Finds_The_Completed_Job_Without_Its_Tags(bool carriesNewId, object refusal)
    {
        var old = aws.Created(NamedX);
        old.Complete(aws.Time.GetUtcNow());
        var replaced = aws.Update(old.Arn.Value, NamedX, NamedY);
        aws.Service.Fail("ListTagsForResource", (JobServiceError)refusal, times: 1000);

        var outcome = aws.Update(carriesNewId ? replaced.PhysicalResourceId : old.Arn.Value, NamedY, NamedX);

        Assert.Equal((old.Arn.Value, null), (outcome.PhysicalResourceId, outcome.FailureReason));
        Assert.Equal(2, aws.Bedrock.Jobs.Count);
    }

    [Fact]
    [Trait("rule", "L6a")]
    public void A_Running_Job_Of_Somebody_Else_Is_Not_Answered_With_However_Much_It_Looks_Alike()
    {
        var other = aws.Created(NamedX);
        other.Tags.Clear();
        var job = aws.Created(First);

        var outcome = aws.Update(job.Arn.Value, First, NamedX);

        Assert.Contains(other.Arn.Value, outcome.FailureReason, StringComparison.Ordinal);
        Assert.Equal(job.Arn.Value, outcome.PhysicalResourceId);
    }

    [Fact]
    [Trait("rule", "L6a")]
    public void A_Delete_That_Cannot_Tell_Whose_A_Running_Job_Is_Fails()
    {
        var job = aws.Created(NamedX);
        Refuse("ListTagsForResource");

        Assert.Contains(
            "ListTagsForResource", aws.Delete(Invented, explicitName: job.Request.Name).FailureReason, StringComparison.Ordinal);
        Assert.True(aws.StatusOf(job).IsActive);
    }

    [Fact]
    [Trait("rule", "L9")]
    public void A_Delete_After_A_Create_That_Started_Nothing_Needs_No_Permission()
    {
        Refuse("ListModelInvocationJobs");
        var refused = aws.Create(First);

        Assert.Contains("ListModelInvocationJobs", refused.FailureReason, StringComparison.Ordinal);
        Assert.Null(aws.Delete(refused.PhysicalResourceId).FailureReason);
        Assert.Empty(aws.Bedrock.Jobs);
    }

    [Theory]
    [InlineData(JobServiceError.Repeated, "")]
    [InlineData(JobServiceError.Conflict, "The provided job name is currently in use")]
    [Trait("rule", "L7")]
    public void A_Token_That_Bedrock_Has_Seen_Does_Not_Stop_A_Retry(object answer, string message)
    {
        var request = aws.NewRequest();
        var first = aws.Create(First, request);
        aws.Delete(first.PhysicalResourceId);
        aws.Time.Advance(TimeSpan.FromMinutes(10));
        aws.Service.OnCreate = job =>
        {
            if (job.Token == request.RequestId)
            {
                throw new JobServiceException("CreateModelInvocationJob", (JobServiceError)answer, message);
            }
        };

        var retry = aws.Create(First, request with { IssuedAt = aws.Time.GetUtcNow() });

        Assert.Null(retry.FailureReason);
        Assert.EndsWith("-2", aws.Bedrock.Jobs[1].Request.Token, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("rule", "L7")]
    public void A_Token_That_A_Job_With_Another_Name_Has_Used_Up_Does_Not_Stop_A_Create()
    {
        var request = aws.NewRequest();
        aws.Service.Fail("CreateModelInvocationJob", JobServiceError.Conflict, message: "The client request token was used before");

        Assert.Null(aws.Create(NamedX, request).FailureReason);
        Assert.Equal($"{request.RequestId}-2", aws.Job.Request.Token);
    }

    [Fact]
    [Trait("rule", "L7")]
    public void The_Same_Request_For_Another_Definition_Of_One_Name_Is_Not_Answered_With_The_Old_Job()
    {
        var request = aws.NewRequest();
        var old = aws.Create(NamedX, request);
        aws.Time.Advance(TimeSpan.FromMinutes(10));

        var outcome = aws.Create(NamedX with { Revision = "2" }, request with { IssuedAt = aws.Time.GetUtcNow() });

        Assert.Contains("choose another JobName", outcome.FailureReason, StringComparison.Ordinal);
        Assert.NotEqual(old.PhysicalResourceId, outcome.PhysicalResourceId);
        Assert.True(aws.StatusOf(aws.Job).IsActive);
    }

    [Fact]
    [Trait("rule", "L10")]
    public void A_Forgotten_Job_Keeps_What_Is_Known_And_Tells_Nothing_Else()
    {
        const string Forgotten = "arn:aws:bedrock:us-east-1:123456789012:model-invocation-job/zzzzzzzzzzzz";

        var job = aws.Update(Forgotten, NamedX, NamedX with { Tags = 1 }).Job!;

        Assert.Equal(
            ("explicit-1", "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-micro-v1:0", ""),
            (job.Name, job.ModelId, job.Status.Name));
    }

    private void Refuse(params string[] operations)
    {
        foreach (var operation in operations)
        {
            aws.Service.Fail(
                operation, JobServiceError.AccessDenied, times: 1000, message: $"not authorized to perform: bedrock:{operation}");
        }
    }
}
