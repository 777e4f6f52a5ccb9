using System.Text.Json.Nodes;
using BatchResource.Contract;
using BatchResource.Local.Bedrock;
using BatchResource.Local.CloudFormation;
using BatchResource.Local.Tool.Output;

namespace BatchResource.Local.Tool.Demo;

/// <summary>
/// What a team lives through with a job in a stack: create, change, a change that fails, delete. Each step says what should be, and
/// whether it is.
/// </summary>
internal sealed class DemoScenario
{
    private const string SampleStack = "NightlySummaries";
    private const string SecondModel = "amazon.nova-lite-v1:0";
    private const string ThirdModel = "amazon.nova-pro-v1:0";

    private readonly string assembly;
    private readonly Terminal terminal;
    private readonly EventLines events;
    private readonly Expectations expect;

    public DemoScenario(string assembly, Terminal terminal)
    {
        this.assembly = assembly;
        this.terminal = terminal;
        events = new(terminal);
        expect = new(terminal);
    }

    /// <summary>Runs every step; false when anything was not as it should be.</summary>
    public async Task<bool> RunAsync(CancellationToken cancellation)
    {
        await using var aws = await LocalAws.StartAsync(
            new()
            {
                OnStackEvent = events.Write,
                // The jobs are to be active when things happen to them.
                PlanFor = _ => new JobPlan { Scheduled = TimeSpan.FromHours(6) },
                // A stop takes less than a second at this speed, and a new job is visible at once: the provider need not wait as on AWS.
                FunctionEnvironment = new Dictionary<string, string>
                {
                    ["BATCHRESOURCE_POLL_INTERVAL"] = "0.5",
                    ["BATCHRESOURCE_CONSISTENCY_LAG"] = "0.5",
                },
            },
            cancellation);

        var stackName = await CreateAsync(aws, cancellation);
        if (expect.Unmet.Count == 0)
        {
            await ChangeTagsAsync(aws, cancellation);
            await ChangeModelAsync(aws, cancellation);
            await FailBesideTheJobAsync(aws, cancellation);
            await FailAfterReplacementAsync(aws, cancellation);
        }

        await DeleteAsync(aws, stackName, cancellation);
        terminal.Heading("Every job that ever existed");
        JobTable.Write(terminal, aws.Jobs);
        if (expect.Unmet.Count > 0)
            terminal.Line($"{expect.Unmet.Count} of the expectations were not met:", "red");
        foreach (var difference in expect.Unmet)
            terminal.Line($"  {difference}", "red");
        return expect.Unmet.Count == 0;
    }

    private async Task<string> CreateAsync(LocalAws aws, CancellationToken cancellation)
    {
        var stack = await DeployAsync(aws, "Create the stack", _ => { }, cancellation);
        Expect(stack, StackStatus.CreateComplete);
        expect.Equal("one job runs", 1, aws.Jobs.Count);
        expect.Equal("the output is the job's ARN", aws.Jobs.Select(job => job.JobArn).SingleOrDefault(), JobArn(stack));
        return stack.StackName;
    }

    private async Task ChangeTagsAsync(LocalAws aws, CancellationToken cancellation)
    {
        var before = aws.Jobs[^1];
        var stack = await DeployAsync(
            aws, "Change the job's tags", template => SampleTemplate.AddTag(template, "stage", "demo"), cancellation);
        Expect(stack, StackStatus.UpdateComplete);
        expect.Equal("it is the same job", before.JobArn, JobArn(stack));
        expect.Equal("no job was started", 1, aws.Jobs.Count);
        expect.Equal("the job has the tag", "demo", aws.Jobs[0].Tags.GetValueOrDefault("stage"));
    }

    private async Task ChangeModelAsync(LocalAws aws, CancellationToken cancellation)
    {
        var old = aws.Jobs[^1];
        var stack = await DeployAsync(
            aws, "Change the model", template => SampleTemplate.ReplaceModel(template, SecondModel), cancellation);
        Expect(stack, StackStatus.UpdateComplete);
        expect.Equal("a second job was started", 2, aws.Jobs.Count);
        expect.Equal("the stack has the second job", aws.Jobs[^1].JobArn, JobArn(stack));
        expect.Equal("the first job was stopped in the clean-up", JobStatus.Stopped, aws.Bedrock.Find(old.JobArn)?.Status);
    }

    private async Task FailBesideTheJobAsync(LocalAws aws, CancellationToken cancellation)
    {
        var before = aws.Jobs[^1];
        var stack = await DeployAsync(
            aws,
            "Change the tags again, while another resource fails",
            template =>
            {
                SampleTemplate.ReplaceModel(template, SecondModel);
                SampleTemplate.AddTag(template, "stage", "never");
                SampleTemplate.DescribeParameter(template, "A change that Systems Manager refuses");
                Fail(aws, template);
            },
            cancellation);
        Expect(stack, StackStatus.UpdateRollbackComplete);
        expect.Equal("no third job was started", 2, aws.Jobs.Count);
        expect.Equal("the stack still has the second job", before.JobArn, JobArn(stack));
        expect.Equal("which goes on", false, JobStatus.IsTerminal(aws.Bedrock.Find(before.JobArn)!.Status));
    }

    private async Task FailAfterReplacementAsync(LocalAws aws, CancellationToken cancellation)
    {
        var before = aws.Jobs[^1];
        var stack = await DeployAsync(
            aws,
            "Change the model, while the resource that takes the job's ARN fails",
            template =>
            {
                SampleTemplate.ReplaceModel(template, ThirdModel);
                Fail(aws, template);
            },
            cancellation);
        Expect(stack, StackStatus.UpdateRollbackComplete);
        expect.Equal("the update started one job, the rollback none", 3, aws.Jobs.Count);
        expect.Equal("the stack has the second job again", before.JobArn, JobArn(stack));
        expect.Equal("which goes on", false, JobStatus.IsTerminal(aws.Bedrock.Find(before.JobArn)!.Status));
        expect.Equal("the update's job was stopped in the clean-up", JobStatus.Stopped, aws.Jobs[^1].Status);
    }

    private async Task DeleteAsync(LocalAws aws, string stackName, CancellationToken cancellation)
    {
        aws.Failures.Clear();
        Begin("Delete the stack");
        var stack = await aws.DeleteAsync(stackName, cancellation);
        expect.Equal("the stack is gone", StackStatus.DeleteComplete, stack?.Status);
        expect.Equal("no job goes on", 0, aws.Jobs.Count(job => !JobStatus.IsTerminal(job.Status)));
    }

    private async Task<StackResult> DeployAsync(LocalAws aws, string title, Action<JsonObject> edit, CancellationToken cancellation)
    {
        Begin(title);
        aws.Failures.Clear();
        return await aws.DeployAsync(assembly, new DeployOptions { StackName = SampleStack, EditTemplate = edit }, cancellation);
    }

    private void Begin(string title)
    {
        terminal.Heading(title);
        events.Header();
    }

    private void Expect(StackResult stack, string status)
    {
        expect.Equal($"the stack is {status}", status, stack.Status);
    }

    private static void Fail(LocalAws aws, JsonObject template) =>
        aws.Failures[SampleTemplate.ParameterId(template)] = new() { Reason = "Simulated failure of Systems Manager" };

    private static string? JobArn(StackResult stack) => stack.Outputs.GetValueOrDefault(AttributeNames.JobArn);
}
