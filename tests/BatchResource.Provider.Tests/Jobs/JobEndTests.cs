using BatchResource.Contract;
using BatchResource.Provider.Jobs;
using BatchResource.Provider.Tests.Simulation;

namespace BatchResource.Provider.Tests.Jobs;

/// <summary>Which end of a job is a success, by its status and its records.</summary>
[Trait("rule", "L15a")]
public sealed class JobEndTests
{
    private readonly LifecycleHarness aws = new();
    private readonly SimulatedJob job;

    public JobEndTests()
    {
        job = aws.Created(new ResourceVersion(1));
        job.Records = new RecordCounts(120, 120, 119, 1);
    }

    [Theory]
    [InlineData("Completed", false, true)]
    [InlineData("Completed", true, true)]
    [InlineData("PartiallyCompleted", false, false)]
    [InlineData("PartiallyCompleted", true, true)]
    [InlineData("Failed", true, false)]
    [InlineData("Stopped", true, false)]
    [InlineData("Expired", true, false)]
    public void Only_Completed_Is_Success_And_PartiallyCompleted_Where_It_Is_Accepted(string status, bool accepts, bool isSuccess)
    {
        var end = JobEnd.Of(At(status), new CompletionCriteria(accepts));

        Assert.True(end.HasEnded);
        Assert.Equal(isSuccess, end.FailureReason is null);
    }

    [Theory]
    [InlineData(null, null, 1, 119, true)]
    [InlineData(null, null, 0, 120, false)]
    [InlineData("0", null, 0, 120, true)]
    [InlineData("100", null, 99, 21, false)]
    [InlineData("100", null, 100, 20, true)]
    [InlineData("99.5%", null, 119, 1, false)]
    [InlineData("99.5%", null, 120, 0, true)]
    [InlineData("0%", null, 0, 120, true)]
    [InlineData(null, "0", 119, 1, false)]
    [InlineData(null, "0", 120, 0, true)]
    [InlineData(null, "2.5%", 117, 3, true)]
    [InlineData(null, "2.5%", 116, 4, false)]
    [InlineData("100%", "100%", 119, 1, false)]
    public void A_Success_Has_As_Many_Successes_And_As_Few_Errors_As_Were_Asked_For(
        string? minimum, string? maximum, long success, long error, bool isSuccess)
    {
        var criteria = new CompletionCriteria(false, Threshold(minimum), Threshold(maximum));

        var end = JobEnd.Of(At("Completed") with { Records = new RecordCounts(120, 120, success, error) }, criteria);

        Assert.Equal(isSuccess, end.FailureReason is null);

        static RecordThreshold? Threshold(string? text) => text is null ? null : RecordThreshold.TryParse(text)!.Value;
    }

    [Fact]
    public void Too_Many_Errors_Are_Told_With_Their_Number_And_Place()
    {
        var completed = At("Completed") with { Records = new RecordCounts(120, 120, 100, 20) };

        var end = JobEnd.Of(completed, new CompletionCriteria(false, MaximumErrorRecords: RecordThreshold.TryParse("10%")));

        Assert.Equal(
            $"job {job.Arn} is Completed, but 100 of 120 records succeeded and 20 failed (each error is in its line of the .jsonl.out "
            + $"files in {completed.ResultsS3Uri}): at most 10% may fail",
            end.FailureReason);
    }

    [Fact]
    public void A_Job_Whose_Records_Nobody_Counts_Is_A_Success_Unless_A_Number_Was_Asked_For()
    {
        var uncounted = At("Completed") with { Records = null };

        Assert.Null(JobEnd.Of(uncounted, new CompletionCriteria(false)).FailureReason);
        Assert.Contains(
            "does not report how many",
            JobEnd.Of(uncounted, new CompletionCriteria(false, MaximumErrorRecords: new RecordThreshold(1, true))).FailureReason,
            StringComparison.Ordinal);
    }

    private Job At(string status) => job.At(aws.Time.GetUtcNow(), withToken: true) with { Status = new JobStatus(status) };
}
