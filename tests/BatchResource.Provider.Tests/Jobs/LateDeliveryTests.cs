using BatchResource.Provider.Jobs;
using BatchResource.Provider.Tests.Simulation;

namespace BatchResource.Provider.Tests.Jobs;

/// <summary>
/// An event that Lambda delivers again, after CloudFormation has had an answer to it, cancelled it or given it up: a job that it started
/// would be nobody's.
/// </summary>
[Trait("rule", "L4")]
public sealed class LateDeliveryTests
{
    private static readonly ResourceVersion First = new(1);
    private static readonly ResourceVersion Second = new(2);
    private readonly LifecycleHarness aws = new();

    [Theory]
    [InlineData("CREATE_COMPLETE")]
    [InlineData("CREATE_FAILED")]
    [InlineData("DELETE_COMPLETE")]
    public void A_Create_That_CloudFormation_Has_Ended_Starts_Nothing(string state)
    {
        var create = Issue("CREATE_IN_PROGRESS");
        aws.Record.Add(state, null);
        Pass(60);

        var outcome = aws.Create(First, create);

        Assert.Equal("CloudFormation no longer waits for this event; nothing was started", outcome.FailureReason);
        Assert.Empty(aws.Bedrock.Jobs);
        Assert.Contains("EventNotAwaited", aws.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_Create_That_Ended_Before_The_Event_That_Is_In_Progress_Now_Starts_Nothing()
    {
        var create = Issue("CREATE_IN_PROGRESS");
        Pass(5);
        aws.Record.Add("CREATE_FAILED", null);
        Pass(30);
        aws.Record.Add("CREATE_IN_PROGRESS", null);
        Pass(30);

        Assert.NotNull(aws.Create(First, create).FailureReason);
        Assert.Empty(aws.Bedrock.Jobs);
    }

    [Theory]
    [InlineData("CREATE_IN_PROGRESS")]
    [InlineData("")]
    [InlineData("CREATE_HELD_BACK")]
    public void A_Create_That_CloudFormation_Still_Waits_For_Starts_Its_Job(string state)
    {
        aws.Record.Add("DELETE_COMPLETE", null);
        var create = Issue("CREATE_IN_PROGRESS");
        Pass(20);
        aws.Record.Add(state, null);
        Pass(40);

        Assert.Null(aws.Create(First, create).FailureReason);
        Assert.Equal(2, aws.Record.Questions);
    }

    [Fact]
    public void Where_CloudFormation_Cannot_Be_Asked_A_Late_Create_Starts_Its_Job()
    {
        var create = aws.NewRequest();
        Pass(60);

        Assert.Null(aws.Create(First, create).FailureReason);
        Assert.Contains("StackNotAsked", aws.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_Event_That_Comes_At_Once_Asks_Nothing()
    {
        var create = Issue("CREATE_IN_PROGRESS");
        Pass(10);

        Assert.Null(aws.Create(First, create).FailureReason);
        Assert.Equal(0, aws.Record.Questions);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("rule", "L11")]
    public void An_Update_Starts_Its_Job_Only_While_CloudFormation_Waits(bool isAwaited)
    {
        var old = aws.Created(First);
        Pass(300);
        var update = Issue("UPDATE_IN_PROGRESS");
        if (!isAwaited)
        {
            Pass(2);
            aws.Record.Add("UPDATE_FAILED", old.Arn.Value);
        }

        Pass(60);

        var outcome = aws.Update(old.Arn.Value, First, Second, update);

        Assert.Equal(isAwaited, outcome.FailureReason is null);
        Assert.Equal(isAwaited ? 2 : 1, aws.Bedrock.Jobs.Count);

        // Another delivery of the event may be about to start the job, and the next event has to know of it.
        Assert.Equal([update.Mark], Claims.Read(old.Tags).Next);
    }

    [Fact]
    [Trait("rule", "L11")]
    public void An_Update_Whose_Job_Was_Stopped_Since_Asks_Even_If_It_Comes_At_Once()
    {
        var old = aws.Created(First);
        Pass(300);
        var update = Issue("UPDATE_IN_PROGRESS");
        Pass(2);
        aws.Record.Add("UPDATE_FAILED", old.Arn.Value);
        aws.Record.Add("DELETE_IN_PROGRESS", old.Arn.Value);
        old.Stop(aws.Time.GetUtcNow());

        Assert.NotNull(aws.Update(old.Arn.Value, First, Second, update).FailureReason);
        Assert.Same(old, aws.Job);
    }

    [Fact]
    [Trait("rule", "L9a")]
    public void A_Create_That_Was_Answered_With_A_Job_That_Has_Failed_Since_Does_Not_Start_Another()
    {
        var (kept, create) = PutBack();
        kept.Fail(aws.Time.GetUtcNow(), "the input could not be read");
        Pass(30);

        var repeated = aws.Create(First, create);

        Assert.Equal(
            $"job {kept.Arn}, which has the wanted definition, ended (Failed) after CloudFormation issued this event; nothing was started,"
            + " deploy again",
            repeated.FailureReason);
        Assert.True(PhysicalId.IsNoJob(repeated.PhysicalResourceId));
        Assert.Same(kept, aws.Job);
    }

    [Fact]
    [Trait("rule", "L9a")]
    public void A_Create_That_Was_Answered_With_A_Job_That_Is_Stopping_Now_Does_Not_Start_Another()
    {
        var (kept, create) = PutBack();
        kept.Stop(aws.Time.GetUtcNow());
        Pass(5);

        Assert.Contains("ended (Stopping)", aws.Create(First, create).FailureReason, StringComparison.Ordinal);
        Assert.Same(kept, aws.Job);
    }

    [Fact]
    [Trait("rule", "L9a")]
    public void A_Create_That_Was_Answered_With_A_Job_That_Has_Completed_Since_Is_Answered_With_It_Again()
    {
        var (kept, create) = PutBack();
        kept.Complete(aws.Time.GetUtcNow());
        Pass(30);

        Assert.Equal(kept.Arn.Value, aws.Create(First, create).PhysicalResourceId);
        Assert.Same(kept, aws.Job);
    }

    [Fact]
    [Trait("rule", "L9a")]
    public void A_New_Create_After_The_Job_Has_Ended_Starts_Its_Own()
    {
        var (kept, _) = PutBack();
        kept.Complete(aws.Time.GetUtcNow());
        Pass(30);
        var next = aws.NewRequest();
        Pass(60);

        Assert.NotEqual(kept.Arn.Value, aws.Create(First, next).PhysicalResourceId);
        Assert.Equal(2, aws.Bedrock.Jobs.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("rule", "L12")]
    public void A_Create_Notes_A_Later_Events_Job_Only_Where_A_Delete_Cannot_Ask(bool canAsk)
    {
        var late = aws.NewRequest();
        Pass(30);
        if (canAsk)
        {
            aws.Record.Add("CREATE_IN_PROGRESS", null);
        }

        var later = aws.Created(First);
        if (canAsk)
        {
            aws.Record.Add("CREATE_COMPLETE", later.Arn.Value);
        }

        Assert.Contains("a later event", aws.Create(First, late).FailureReason, StringComparison.Ordinal);
        Assert.Equal(canAsk, Claims.Read(later.Tags).Adoptions.Count == 0);
        Assert.Same(later, aws.Job);
    }

    [Fact]
    public void A_Create_After_Which_A_Later_Event_Has_Started_Another_Definition_Starts_Nothing()
    {
        var late = aws.NewRequest();
        Pass(30);
        var later = aws.Created(Second);

        Assert.Contains("a later event", aws.Create(First, late).FailureReason, StringComparison.Ordinal);
        Assert.Same(later, aws.Job);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [Trait("rule", "L11")]
    public void An_Update_After_Which_A_Later_Event_Has_Started_A_Job_Neither_Starts_Nor_Takes_One(int definition)
    {
        var old = aws.Created(First);
        Pass(300);
        var late = aws.NewRequest();
        Pass(30);
        var later = aws.Update(old.Arn.Value, First, Second);
        Pass(30);

        var outcome = aws.Update(old.Arn.Value, new ResourceVersion(3), new ResourceVersion(definition), late);

        Assert.Contains("another update began", outcome.FailureReason, StringComparison.Ordinal);
        Assert.Equal(2, aws.Bedrock.Jobs.Count);
        Assert.All(aws.Bedrock.Jobs, job => Assert.Empty(Claims.Read(job.Tags).Adoptions));
        Assert.True(aws.StatusOf(aws.Bedrock.Jobs.Single(job => job.Arn.Value == later.PhysicalResourceId)).IsActive);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("rule", "L12")]
    public void A_Delete_That_CloudFormation_Has_Given_Up_Leaves_The_Job(bool isGivenUp)
    {
        var job = aws.Created(First);
        Pass(300);
        var delete = aws.NewRequest();
        aws.Record.AddCopy("DELETE_IN_PROGRESS", job.Arn.Value);
        if (isGivenUp)
        {
            Pass(2);
            aws.Record.AddCopy("DELETE_FAILED", job.Arn.Value);
        }

        Pass(60);

        Assert.Null(aws.Delete(job.Arn.Value, delete).FailureReason);
        Assert.Equal(isGivenUp, aws.StatusOf(job).IsActive);
    }

    [Fact]
    [Trait("rule", "L12")]
    public void A_Delete_During_Which_A_Later_Event_Takes_The_Job_Leaves_It()
    {
        var job = aws.Created(First);
        Pass(300);
        var delete = aws.NewRequest();
        Pass(60);
        var later = aws.NewRequest();
        var (key, value) = Claims.NextTag(aws.NewRequest().Mark, null);
        job.Tags[key] = value;
        aws.Time.CreateTimer(
            _ => job.Tags[Claims.AdoptionKey(later.Mark)] = string.Empty, null, TimeSpan.FromSeconds(20), Timeout.InfiniteTimeSpan);

        Assert.Null(aws.Delete(job.Arn.Value, delete).FailureReason);

        Assert.True(aws.StatusOf(job).IsActive);
        Assert.Contains("JobLeft", aws.Text, StringComparison.Ordinal);
    }

    /// <summary>A job that is kept, and the Create that has put it back.</summary>
    private (SimulatedJob Kept, JobEvent Create) PutBack()
    {
        var kept = aws.Created(First);
        Pass(300);
        var create = aws.NewRequest();
        Assert.Equal(kept.Arn.Value, aws.Create(First, create).PhysicalResourceId);
        Pass(30);
        return (kept, create);
    }

    private JobEvent Issue(string state)
    {
        aws.Record.Add(state, null);
        return aws.NewRequest();
    }

    private void Pass(int seconds) => aws.Time.Advance(TimeSpan.FromSeconds(seconds));
}
