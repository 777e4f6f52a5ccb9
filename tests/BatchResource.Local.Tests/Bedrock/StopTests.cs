using System.Net;
using BatchResource.Local.Bedrock;

namespace BatchResource.Local.Tests.Bedrock;

public sealed class StopTests : ControlPlaneTest
{
    [Theory]
    [InlineData(JobStatus.Submitted)]
    [InlineData(JobStatus.Validating)]
    [InlineData(JobStatus.Scheduled)]
    [InlineData(JobStatus.InProgress)]
    public async Task An_Active_Job_Stops_After_A_While(string status)
    {
        var arn = await CreateJobAsync();
        Move(arn, status);

        var answer = await StopAsync(arn);

        Assert.Equal((HttpStatusCode.OK, ""), (answer.Status, answer.Text));
        Assert.Equal(JobStatus.Stopping, ControlPlane.Find(arn)!.Status);
        Clock.Advance(new JobPlan().Stopping);
        Assert.Equal(JobStatus.Stopped, ControlPlane.Find(arn)!.Status);
        Assert.Null((await GetJobAsync(arn)).Body["endTime"]);
    }

    [Fact]
    public async Task A_Completed_Job_Cannot_Be_Stopped()
    {
        var arn = await CreateJobAsync();
        Move(arn, JobStatus.Completed);

        var answer = await StopAsync(arn);

        Assert.Equal((HttpStatusCode.BadRequest, "ValidationException"), (answer.Status, answer.ErrorType));
        Assert.Contains("State was: Completed", answer.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(JobStatus.Failed, StateAnswer.Validation, "ValidationException")]
    [InlineData(JobStatus.Expired, StateAnswer.Conflict, "ConflictException")]
    [InlineData(JobStatus.Stopped, StateAnswer.NotFound, "ResourceNotFoundException")]
    [InlineData(JobStatus.PartiallyCompleted, StateAnswer.Accepted, null)]
    public async Task What_Stop_Says_Of_Another_Job_That_Ended_Is_A_Switch(string status, StateAnswer answer, string? errorType)
    {
        await StartAsync(new BedrockOptions { Switches = new() { StopOfEndedJob = answer } });
        var arn = await CreateJobAsync();
        Move(arn, status);

        Assert.Equal(errorType, (await StopAsync(arn)).ErrorType);
        Assert.Equal(status, ControlPlane.Find(arn)!.Status);
    }

    [Theory]
    [InlineData(StateAnswer.Accepted, null)]
    [InlineData(StateAnswer.Conflict, "ConflictException")]
    public async Task What_Stop_Says_Of_A_Job_That_Is_Stopping_Is_A_Switch(StateAnswer answer, string? errorType)
    {
        await StartAsync(new BedrockOptions { Switches = new() { StopOfStoppingJob = answer } });
        var arn = await CreateJobAsync();
        await StopAsync(arn);
        var before = ControlPlane.Find(arn);

        Assert.Equal(errorType, (await StopAsync(arn[^12..])).ErrorType);
        Assert.Same(before, ControlPlane.Find(arn));
    }

    [Fact]
    public async Task A_Missing_Job_Is_ResourceNotFound() => (await StopAsync("abcdefghijkl")).AssertError(
        HttpStatusCode.NotFound, "ResourceNotFoundException", "The provided batch inference job was not found.");
}
