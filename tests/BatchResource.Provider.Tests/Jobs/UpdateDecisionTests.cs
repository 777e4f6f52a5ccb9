using BatchResource.Contract;
using BatchResource.Provider.Jobs;

namespace BatchResource.Provider.Tests.Jobs;

/// <summary>Which of several jobs of one definition an Update goes back to.</summary>
[Trait("rule", "L11")]
public sealed class UpdateDecisionTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly JobDefinition Wanted = new()
    {
        ModelId = "amazon.nova-micro-v1:0",
        RoleArn = "arn:aws:iam::123456789012:role/batch",
        Input = new("s3://records/in.jsonl", S3InputFormat: null, S3BucketOwner: null),
        Output = new("s3://results/out/", S3EncryptionKeyId: null, S3BucketOwner: null),
    };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void One_That_Runs_Goes_Before_One_That_Has_Ended_However_New(bool runningFirst)
    {
        var running = Job('a', JobStatus.InProgress, submitted: Noon);
        var completed = Job('b', JobStatus.Completed, submitted: Noon.AddHours(1));

        Assert.Same(running, Decide(runningFirst ? [running, completed] : [completed, running]));
    }

    [Theory]
    [InlineData("InProgress", true)]
    [InlineData("InProgress", false)]
    [InlineData("Completed", true)]
    [InlineData("Completed", false)]
    public void Of_Two_That_Are_Alike_The_Newer_One_Is_Taken(string status, bool newerFirst)
    {
        var older = Job('a', new JobStatus(status), submitted: Noon);
        var newer = Job('b', new JobStatus(status), submitted: Noon.AddHours(1));

        Assert.Same(newer, Decide(newerFirst ? [newer, older] : [older, newer]));
    }

    [Fact]
    public void The_One_That_CloudFormation_Knows_Goes_Before_All()
    {
        var known = Job('a', JobStatus.Failed, submitted: Noon);
        var running = Job('b', JobStatus.InProgress, submitted: Noon.AddHours(1));

        Assert.Same(known, Decide([running, known], known.Arn.Value));
    }

    [Fact]
    public void One_Of_Another_Definition_Is_None()
    {
        var other = new OwnedJob(
            Job('a', JobStatus.InProgress, Noon), new JobIdentity(DefinitionHash.Of(Wanted with { Revision = "2" }), Noon));

        Assert.Null(UpdateDecision.For("no-job:x", Wanted, [other], Noon.AddHours(2)).Reuse);
    }

    /// <summary>What ended after the event was issued was there for its first delivery.</summary>
    [Theory]
    [InlineData("Failed", -1, false)]
    [InlineData("Failed", 0, true)]
    [InlineData("Failed", 1, true)]
    public void One_That_Failed_Is_The_Answer_If_It_Ran_When_The_Event_Was_Issued(string status, int ended, bool isTaken)
    {
        var failed = Job('a', new JobStatus(status), Noon) with { EndedAt = Noon.AddHours(2).AddSeconds(ended) };

        Assert.Equal(isTaken, Decide([failed]) is not null);
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    public void One_That_Was_Stopped_Since_The_Event_Stands_In_The_Way_Of_A_New_One(int ended, bool stands)
    {
        var stopped = Job('a', JobStatus.Stopped, Noon) with { EndedAt = Noon.AddHours(2).AddSeconds(ended) };
        var running = Job('b', JobStatus.InProgress, Noon);

        Assert.Equal(stands ? stopped : null, For([stopped]).StoppedSince);
        Assert.Null(For([stopped, running]).StoppedSince);
        Assert.Same(running, For([stopped, running]).Reuse);
    }

    private static UpdateDecision For(Job[] jobs) => UpdateDecision.For(
        "no-job:x",
        Wanted,
        [.. jobs.Select(job => new OwnedJob(job, new JobIdentity(DefinitionHash.Of(Wanted), Noon)))],
        Noon.AddHours(2));

    private static Job? Decide(Job[] jobs, string physicalId = "no-job:x") => UpdateDecision.For(
        physicalId,
        Wanted,
        [.. jobs.Select(job => new OwnedJob(job, new JobIdentity(DefinitionHash.Of(Wanted), Noon)))],
        Noon.AddHours(2)).Reuse;

    private static Job Job(char id, JobStatus status, DateTimeOffset submitted) => new()
    {
        Arn = JobArn.TryParse($"arn:aws:bedrock:us-east-1:123456789012:model-invocation-job/{new string(id, 12)}")!,
        Name = $"job-{id}",
        Status = status,
        ModelId = Wanted.ModelId,
        SubmitTime = submitted,
        EndedAt = status.IsActive ? null : submitted.AddMinutes(10),
        OutputS3Uri = Wanted.Output.S3Uri,
    };
}
