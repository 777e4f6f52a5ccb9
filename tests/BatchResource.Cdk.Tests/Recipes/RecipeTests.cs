using Amazon.CDK;
using BatchResource.Cdk.Tests.Support;
using BatchResource.Local;
using BatchResource.Local.Bedrock;
using BatchResource.Local.CloudFormation;
using Constructs;
using Recipes;

namespace BatchResource.Cdk.Tests.Recipes;

/// <summary>Each recipe of docs/recipes/ does on the local AWS what its page says.</summary>
public sealed class RecipeTests : IDisposable
{
    private const string Name = "Recipe";
    private const string Account = "123456789012";
    private const int Quota = 2;

    // No test takes nearly as long: what does hangs.
    private readonly CancellationTokenSource guard = new(TimeSpan.FromMinutes(5));
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("batch-resource-recipe-");

    public static TheoryData<string> Simple => [nameof(AlarmsAndDashboard), nameof(Notifications), nameof(SharedProvider)];

    public void Dispose()
    {
        guard.Dispose();
        folder.Delete(recursive: true);
    }

    [Theory]
    [MemberData(nameof(Simple))]
    public async Task A_Recipe_Deploys_And_Its_Jobs_Complete(string name)
    {
        await using var aws = await RecordsAws.StartAsync(folder.FullName, guard.Token);

        (await DeployAsync(aws, Synth(app => Make(name, app)))).EnsureSucceeded();

        await RecordsAws.AssertJobsCompleteAsync(aws, name == nameof(SharedProvider) ? 2 : 1, guard.Token);
    }

    [Fact]
    [Trait("rule", "L11")]
    public async Task A_Nightly_Run_Is_Another_Job_Each_Night_And_The_Same_Night_Is_The_Same_Job()
    {
        await using var aws = await RecordsAws.StartAsync(folder.FullName, guard.Token);
        foreach (var night in (string[])["2026-11-24", "2026-11-24", "2026-11-25"])
        {
            (await DeployAsync(aws, Synth(app => _ = new NightlyRun(app, Name), ("night", night)))).EnsureSucceeded();
            _ = await aws.WaitForJobAsync(aws.Jobs[^1].JobArn, guard.Token);
        }

        await RecordsAws.AssertJobsCompleteAsync(aws, 2, guard.Token);
    }

    [Fact]
    public async Task No_More_Chained_Jobs_Run_At_Once_Than_The_Quota_Allows()
    {
        await using var aws = await RecordsAws.StartAsync(folder.FullName, guard.Token);
        var prompts = aws.Buckets.FindFile("records", "in/prompts.jsonl")!;
        foreach (var part in (string[])["more", "others", "rest"])
        {
            aws.Buckets.Upload("records", $"in/{part}.jsonl", prompts);
        }

        (await DeployAsync(aws, Synth(app => _ = new ChainedJobs(app, Name, Quota)))).EnsureSucceeded();

        await RecordsAws.AssertJobsCompleteAsync(aws, 4, guard.Token);
        Assert.All(aws.Jobs, job =>
            Assert.True(aws.Jobs.Count(other => other.SubmitTime <= job.SubmitTime && !(other.EndTime <= job.SubmitTime)) <= Quota));
    }

    [Fact]
    public async Task The_End_Of_A_Job_Goes_To_The_State_Machine_And_The_Topic()
    {
        await using var aws = await RecordsAws.StartAsync(folder.FullName, guard.Token);

        (await DeployAsync(aws, Synth(app => _ = new FanOut(app, Name)))).EnsureSucceeded();

        await RecordsAws.AssertJobsCompleteAsync(aws, 1, guard.Token);
        // A job is Completed before EventBridge has told its targets.
        while (aws.EventDeliveries.Count < 2)
            await Task.Delay(20, guard.Token);
        var kinds = aws.EventDeliveries.Select(delivery => delivery.TargetArn.Split(':')[2]);
        Assert.Equal(["sns", "states"], kinds.Order(StringComparer.Ordinal));
        Assert.All(aws.EventDeliveries, delivery => Assert.Contains(aws.Jobs[0].JobArn, delivery.Payload, StringComparison.Ordinal));
    }

    [Fact]
    [Trait("rule", "L15b")]
    public async Task A_Kept_Job_Runs_To_Its_End_After_Its_Stack_Is_Gone()
    {
        await using var aws = await RecordsAws.StartAsync(folder.FullName, guard.Token);
        (await DeployAsync(aws, Synth(app => _ = new KeptJob(app, Name)))).EnsureSucceeded();

        var stack = await aws.DeleteAsync(Name, guard.Token);

        Assert.Equal(StackStatus.DeleteComplete, stack?.Status);
        Assert.Equal(JobStatus.Completed, (await aws.WaitForJobAsync(Assert.Single(aws.Jobs).JobArn, guard.Token)).Status);
    }

    [Fact]
    public void Each_Region_Has_A_Stack_With_Its_Own_Job()
    {
        var app = App();
        var stacks = SeveralRegions.In(app, Account, "us-east-1", "eu-central-1");

        app.Synth();

        Assert.Equal(["us-east-1", "eu-central-1"], stacks.Select(stack => stack.Region));
        Assert.All(stacks, stack => Assert.Contains(
            $"s3://records-{stack.Region}/in/", File.ReadAllText(Path.Combine(app.Outdir, stack.TemplateFile)), StringComparison.Ordinal));
    }

    private static Construct Make(string name, Construct app) => name switch
    {
        nameof(AlarmsAndDashboard) => new AlarmsAndDashboard(app, Name),
        nameof(Notifications) => new Notifications(app, Name),
        nameof(SharedProvider) => new SharedProvider(app, Name),
        _ => throw new ArgumentException($"there is no recipe {name}", nameof(name)),
    };

    private App App(params (string Key, object Value)[] context) => new(new AppProps
    {
        Outdir = Path.Combine(folder.FullName, "cdk.out"),
        Context = context.ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal),
    });

    private string Synth(Action<App> declare, params (string Key, object Value)[] context)
    {
        var app = App(context);
        declare(app);
        app.Synth();
        return app.Outdir;
    }

    private async Task<StackResult> DeployAsync(LocalAws aws, string assembly) => await aws.DeployAsync(assembly, Name, guard.Token);
}
