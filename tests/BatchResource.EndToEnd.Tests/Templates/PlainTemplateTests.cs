using System.Text.Json;
using BatchResource.Local;
using BatchResource.Local.Bedrock;
using BatchResource.Local.CloudFormation;
using BatchResource.Tests.Shared;

namespace BatchResource.EndToEnd.Tests.Templates;

/// <summary>templates/ without the CDK: what somebody with a YAML template deploys, the policies in it enforced.</summary>
public sealed class PlainTemplateTests : IAsyncLifetime, IDisposable
{
    private const string Bucket = "our-bucket";
    private const string Model = "amazon.nova-micro-v1:0";

    // Nothing takes nearly as long: what does hangs.
    private readonly CancellationTokenSource guard = new(TimeSpan.FromMinutes(10));
    private LocalAws aws = null!;

    public async Task InitializeAsync()
    {
        aws = await LocalAws.StartAsync(new()
        {
            Speed = 600,

            // A policy is visible at once here, so what it does not allow need not be tried for long.
            FunctionEnvironment = new Dictionary<string, string> { ["BATCHRESOURCE_POLICY_PROPAGATION"] = "1" },
        });
        aws.Buckets.Create(Bucket);
        aws.Buckets.Upload(Bucket, "batch-inference-provider-x86_64.zip", RepositoryFiles.PathOf("artifacts/provider/linux-x64.zip"));
        aws.Buckets.Upload(Bucket, "batch-inference-provider-arm64.zip", RepositoryFiles.PathOf("artifacts/provider/linux-arm64.zip"));
        aws.Buckets.Upload(Bucket, "records/tickets.jsonl", RepositoryFiles.PathOf("cdk/app/records/support-tickets.jsonl"));
    }

    public async Task DisposeAsync() => await aws.DisposeAsync();

    public void Dispose() => guard.Dispose();

    [Theory]
    [InlineData("x86_64")]
    [InlineData("arm64")]
    public async Task The_Provider_And_A_Job_In_Yaml_Deploy_Run_Change_And_Go(string architecture)
    {
        await DeployProviderAsync(Model, architecture);

        var created = (await DeployJobAsync()).EnsureSucceeded();
        var first = Assert.Single(aws.Jobs);
        Assert.Equal(first.JobArn, created.Outputs["JobArn"]);
        await CompletedAsync(first.JobArn);

        (await DeployJobAsync(("Revision", "2"))).EnsureSucceeded();
        Assert.Equal(2, aws.Jobs.Count);

        Assert.Equal(StackStatus.DeleteComplete, (await aws.DeleteAsync("job", guard.Token))?.Status);
        Assert.Equal(StackStatus.DeleteComplete, (await aws.DeleteAsync("provider", guard.Token))?.Status);
        Assert.All(aws.Jobs, job => Assert.True(JobStatus.IsTerminal(job.Status)));
    }

    [Fact]
    public async Task A_Model_That_The_Provider_Was_Not_Given_Is_Refused_And_Nothing_Is_Started()
    {
        await DeployProviderAsync("amazon.nova-lite-v1:0");

        var stack = await DeployJobAsync();

        Assert.Equal(StackStatus.RollbackComplete, stack.Status);
        var failure = Assert.Throws<InvalidOperationException>(stack.EnsureSucceeded);
        Assert.Contains("bedrock:CreateModelInvocationJob", failure.Message, StringComparison.Ordinal);
        Assert.Empty(aws.Jobs);
    }

    [Fact]
    public async Task A_Provider_That_A_Job_Needs_Is_Not_Deleted()
    {
        await DeployProviderAsync(Model);
        (await DeployJobAsync()).EnsureSucceeded();

        var refusal = await Record.ExceptionAsync(() => aws.DeleteAsync("provider", guard.Token));

        Assert.Contains("BatchInferenceServiceToken", Assert.IsType<StackException>(refusal).Message, StringComparison.Ordinal);
    }

    private async Task DeployProviderAsync(string model, string architecture = "x86_64")
    {
        var stack = await aws.DeployAsync(RepositoryFiles.PathOf("templates/provider.yaml"), new DeployOptions
        {
            StackName = "provider",
            Parameters = new Dictionary<string, string>
            {
                ["Architecture"] = architecture,
                ["CodeBucket"] = Bucket,
                ["ModelArns"] = $"arn:aws:bedrock:us-east-1::foundation-model/{model}",
            },
        }, guard.Token);
        stack.EnsureSucceeded();
    }

    private Task<StackResult> DeployJobAsync(params (string Name, string Value)[] parameters) =>
        aws.DeployAsync(RepositoryFiles.PathOf("templates/job.yaml"), new DeployOptions
        {
            StackName = "job",
            Parameters = parameters.Append(("RecordsBucket", Bucket)).ToDictionary(pair => pair.Item1, pair => pair.Item2),
            EditTemplate = template => Assert.True(
                SchemaValidator.Ours.Accepts(JsonSerializer.SerializeToElement(template)), "the schema refuses the example"),
        }, guard.Token);

    private async Task CompletedAsync(string jobArn)
    {
        while (aws.Bedrock.Find(jobArn) is { } job && !JobStatus.IsTerminal(job.Status))
            await Task.Delay(100, guard.Token);
        var ended = aws.Bedrock.Find(jobArn)!;
        Assert.True(ended.Status == JobStatus.Completed, $"the job is {ended.Status}: {ended.Message}");
    }
}
