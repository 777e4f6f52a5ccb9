using System.Collections.Concurrent;
using BatchResource.EndToEnd.Tests.Support;
using BatchResource.Local;
using BatchResource.Local.Bedrock;
using BatchResource.Local.CloudFormation;
using BatchResource.Local.Events;

namespace BatchResource.EndToEnd.Tests.Samples;

/// <summary>The sample that waits for its job's end and tells a topic of it, under the policies of its template.</summary>
public sealed class ReviewedAnswersTests : IDisposable
{
    private const string Name = "ReviewedAnswers";
    private const string Reason = "The model is not available any more.";
    private const string Job = "Custom::BedrockBatchInferenceJob";
    private const string Rule = "AWS::Events::Rule";
    private const string Condition = "AWS::CloudFormation::WaitCondition";
    private const string Parameter = "AWS::SSM::Parameter";

    // The two rules of the sample, that of the wait, and the condition.
    private const int WatchersOfTheEnd = 4;

    private const double FiveMinutesInASecond = 300;

    // No test takes nearly as long: what does hangs.
    private readonly CancellationTokenSource guard = new(TimeSpan.FromMinutes(5));
    private readonly ConcurrentDictionary<string, bool> watchers = new();
    private readonly TaskCompletionSource waits = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Dispose() => guard.Dispose();

    [Fact]
    public async Task The_Deployment_Waits_For_The_End_Tells_The_Topic_And_Publishes_The_Answers()
    {
        await using var aws = await StartAsync(new() { Scheduled = Timeout.InfiniteTimeSpan, InProgress = Timeout.InfiniteTimeSpan });
        var deployment = aws.DeployAsync(await SampleAssembly.FolderAsync, Name, guard.Token);
        await waits.Task.WaitAsync(guard.Token);
        Assert.DoesNotContain(aws.Describe(Name)!.Events, e => e.ResourceType == Parameter);

        var job = await CompleteAsync(aws);
        var stack = (await deployment).EnsureSucceeded();

        Assert.Equal(JobStatus.Completed, job.Status);
        Assert.True(IndexOf(stack, Condition, ResourceStatus.CreateComplete) < IndexOf(stack, Parameter, ResourceStatus.CreateInProgress));
        Assert.Equal("120", stack.Outputs["AnsweredQuestions"]);
        Assert.Equal(120, aws.ReadResults(job.JobArn).Count);
        var news = Assert.Single(News(aws));
        Assert.Contains($"\"{job.JobArn}\"", news, StringComparison.Ordinal);
        Assert.Contains("\"status\":\"Completed\"", news, StringComparison.Ordinal);
        Assert.Single(aws.EventDeliveries, delivery => delivery.Outcome == EventOutcome.Invoked);
    }

    [Fact]
    [Trait("rule", "L15a")]
    public async Task An_End_Whose_Event_Is_Lost_Is_Found_By_The_Schedule()
    {
        await using var aws = await StartAsync(
            new() { Scheduled = Timeout.InfiniteTimeSpan, InProgress = Timeout.InfiniteTimeSpan },
            options => options with { LosesEvent = _ => true, Speed = FiveMinutesInASecond });
        var deployment = aws.DeployAsync(await SampleAssembly.FolderAsync, Name, guard.Token);
        await waits.Task.WaitAsync(guard.Token);

        await CompleteAsync(aws);

        (await deployment).EnsureSucceeded();
        Assert.Empty(aws.EventDeliveries);
        Assert.Single(aws.Jobs);
    }

    [Fact]
    [Trait("rule", "L15a")]
    public async Task A_Job_Without_A_Single_Success_Fails_The_Deployment_And_Says_Where_The_Errors_Are()
    {
        await using var aws = await StartAsync(new() { Scheduled = Timeout.InfiniteTimeSpan, InProgress = Timeout.InfiniteTimeSpan });
        var deployment = aws.DeployAsync(await SampleAssembly.FolderAsync, Name, guard.Token);
        await waits.Task.WaitAsync(guard.Token);
        WithoutMessages(aws, Assert.Single(aws.Jobs));

        var job = await CompleteAsync(aws);
        var stack = await deployment;

        Assert.Equal((JobStatus.Completed, 0), (job.Status, job.Records!.Success));
        Assert.Equal(StackStatus.RollbackComplete, stack.Status);
        var failure = Assert.Single(stack.Events, e => e is { ResourceType: Condition, ResourceStatus: ResourceStatus.CreateFailed });
        Assert.Contains("is Completed, but only 0 of 120 records succeeded and 120 failed", failure.ResourceStatusReason, StringComparison.Ordinal);
        Assert.Contains($".jsonl.out files in {job.Output.S3Uri.TrimEnd('/')}/{job.JobId}/", failure.ResourceStatusReason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Job_That_Ended_Before_Anybody_Watched_Is_Not_Missed()
    {
        // The answer to CloudFormation takes a process, and so longer than all of this.
        await using var aws = await StartAsync(new()
        {
            Submitted = TimeSpan.Zero,
            Validating = TimeSpan.Zero,
            Scheduled = TimeSpan.Zero,
            InProgress = TimeSpan.Zero,
        });

        var stack = (await aws.DeployAsync(await SampleAssembly.FolderAsync, Name, guard.Token)).EnsureSucceeded();

        Assert.Equal("120", stack.Outputs["AnsweredQuestions"]);
        Assert.Single(aws.Jobs);
    }

    [Fact]
    public async Task A_Job_That_Fails_In_Validation_Fails_Itself_With_Bedrocks_Message()
    {
        await using var aws = await StartAsync(new() { Ending = JobEnding.FailedInValidation, FailureMessage = Reason });

        var stack = await aws.DeployAsync(await SampleAssembly.FolderAsync, Name, guard.Token);

        AssertRolledBack(stack, Job);
        Assert.Equal(JobStatus.Failed, Assert.Single(aws.Jobs).Status);
    }

    [Fact]
    public async Task A_Job_That_Fails_Later_Fails_The_Deployment_With_Bedrocks_Message_And_Tells_The_Topic()
    {
        await using var aws = await StartAsync(new() { Scheduled = Timeout.InfiniteTimeSpan });
        var deployment = aws.DeployAsync(await SampleAssembly.FolderAsync, Name, guard.Token);
        await waits.Task.WaitAsync(guard.Token);

        aws.Bedrock.Move(Assert.Single(aws.Jobs).JobArn, JobStatus.Failed, Reason);

        AssertRolledBack(await deployment, Condition);
        Assert.Contains(Reason, Assert.Single(News(aws)), StringComparison.Ordinal);
    }

    private Task<LocalAws> StartAsync(JobPlan plan, Func<LocalAwsOptions, LocalAwsOptions>? change = null)
    {
        var options = new LocalAwsOptions { PlanFor = _ => plan, OnStackEvent = Watch };
        return LocalAws.StartAsync(change is null ? options : change(options), guard.Token);
    }

    private static async Task<ModelInvocationJob> CompleteAsync(LocalAws aws)
    {
        var job = Assert.Single(aws.Jobs);
        while (!JobStatus.IsTerminal(job.Status))
            job = await aws.Bedrock.AdvanceAsync(job.JobArn);
        return job;
    }

    // Converse refuses every such record.
    private static void WithoutMessages(LocalAws aws, ModelInvocationJob job)
    {
        var input = new Uri(job.Input.S3Uri);
        var file = aws.Buckets.FindFile(input.Host, input.AbsolutePath.TrimStart('/'))!;
        File.WriteAllLines(file, File.ReadAllLines(file).Select(line => line.Replace("\"messages\"", "\"prompts\"", StringComparison.Ordinal)));
    }

    // Every rule is there, and the condition waits.
    private void Watch(StackEvent e)
    {
        if (e is { ResourceType: Rule, ResourceStatus: ResourceStatus.CreateComplete }
            or { ResourceType: Condition, ResourceStatus: ResourceStatus.CreateInProgress })
        {
            watchers[e.LogicalResourceId] = true;
        }

        if (watchers.Count == WatchersOfTheEnd)
            waits.TrySetResult();
    }

    // The topic is no function: the local AWS writes down what it was sent.
    private static IEnumerable<string> News(LocalAws aws) => aws.EventDeliveries
        .Where(delivery => delivery.TargetArn.Contains(":sns:", StringComparison.Ordinal))
        .Select(delivery => delivery.Payload);

    private static void AssertRolledBack(StackResult stack, string failed)
    {
        Assert.Equal(StackStatus.RollbackComplete, stack.Status);
        var failure = Assert.Single(stack.Events, e => e.ResourceType == failed && e.ResourceStatus == ResourceStatus.CreateFailed);
        Assert.Contains(Reason, failure.ResourceStatusReason, StringComparison.Ordinal);
        Assert.DoesNotContain(stack.Events, e => e is { ResourceType: Parameter, ResourceStatus: ResourceStatus.CreateComplete });
    }

    private static int IndexOf(StackResult stack, string type, string status) =>
        stack.Events.ToList().FindIndex(e => e.ResourceType == type && e.ResourceStatus == status);
}
