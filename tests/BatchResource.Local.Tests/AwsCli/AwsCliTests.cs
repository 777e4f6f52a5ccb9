using System.Text.Json.Nodes;
using BatchResource.Local.Bedrock;
using BatchResource.Local.Tests.Bedrock;

namespace BatchResource.Local.Tests.AwsCli;

/// <summary>The real AWS CLI agrees with the control plane.</summary>
public sealed class AwsCliTests : ControlPlaneTest
{
    private const string Input = "s3InputDataConfig={s3InputFormat=JSONL,s3Uri=s3://in-bucket/prompts.jsonl}";
    private const string Output = "s3OutputDataConfig={s3Uri=s3://out-bucket/results/}";

    private readonly string folder = Directory.CreateTempSubdirectory("batchresource-cli-").FullName;

    private AwsCommand Aws => new(ControlPlane.Endpoint, folder);

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [AwsCliFact]
    public async Task Jobs_Are_Created_In_Each_Way_That_The_Cli_Offers()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "job.json"), Minimal(("jobName", "from-file")).ToJsonString());

        await SucceedAsync([
            .. Create("shorthand"), "--tags", "key=a,value=1", "--vpc-config", "subnetIds=subnet-1,subnet-2,securityGroupIds=sg-1"]);
        await SucceedAsync([
            "create-model-invocation-job", "--job-name", "as-json", "--role-arn", "arn:aws:iam::123456789012:role/BatchRole",
            "--model-id", "us.anthropic.claude-3-haiku-20240307-v1:0", "--model-invocation-type", "Converse",
            "--timeout-duration-in-hours", "48",
            "--input-data-config", """{"s3InputDataConfig":{"s3Uri":"s3://in-bucket/"}}""",
            "--output-data-config", """{"s3OutputDataConfig":{"s3Uri":"s3://out-bucket/results/"}}"""]);
        await SucceedAsync("create-model-invocation-job", "--cli-input-json", "file://job.json");

        Assert.Equal(["shorthand", "as-json", "from-file"], ControlPlane.Jobs.Select(job => job.JobName));
        Assert.Equal(["subnet-1", "subnet-2"], ControlPlane.Jobs[0].Vpc!.SubnetIds);
        Assert.Equal("1", ControlPlane.Jobs[0].Tags["a"]);
        Assert.Equal((48, "Converse"), (ControlPlane.Jobs[1].TimeoutDurationInHours, ControlPlane.Jobs[1].ModelInvocationType));
    }

    [AwsCliFact]
    public async Task A_Job_Is_Shown_Tagged_And_Stopped()
    {
        await StartAsync(new BedrockOptions { PlanFor = _ => JobPlan.Manual });
        var arn = await CreateJobAsync();

        var shown = JsonNode.Parse(await SucceedAsync("get-model-invocation-job", "--job-identifier", arn))!;
        Assert.Equal((arn, "Submitted"), (shown["jobArn"]!.GetValue<string>(), shown["status"]!.GetValue<string>()));

        await SucceedAsync("tag-resource", "--resource-arn", arn, "--tags", "key=a,value=1", "key=b,value=2");
        await SucceedAsync("untag-resource", "--resource-arn", arn, "--tag-keys", "a");
        var tags = await SucceedAsync("list-tags-for-resource", "--resource-arn", arn, "--query", "tags[].[key,value]", "--output", "text");
        Assert.Equal("b\t2", tags);

        await SucceedAsync("stop-model-invocation-job", "--job-identifier", arn[^12..]);
        Assert.Equal(JobStatus.Stopping, ControlPlane.Find(arn)!.Status);
    }

    [AwsCliFact]
    public async Task Lists_Are_Filtered_And_Paged()
    {
        foreach (var name in (string[])["one", "two", "three"])
            await CreateJobAsync(name);

        Assert.Equal("three\ntwo\none", await NamesAsync("--page-size", "1"));
        Assert.Equal("three\ntwo", await NamesAsync("--max-items", "2"));
        Assert.Equal(
            "two\nthree",
            await NamesAsync(
                "--name-contains", "t", "--status-equals", "Submitted", "--sort-by", "CreationTime", "--sort-order", "Ascending",
                "--submit-time-after", "2026-01-01", "--submit-time-before", "2026-01-03T00:00:00Z"));

        async Task<string> NamesAsync(params string[] options) => (await SucceedAsync(
            ["list-model-invocation-jobs", .. options, "--query", "invocationJobSummaries[].[jobName]", "--output", "text"]))
            .Replace("\nNone", "", StringComparison.Ordinal);
    }

    [AwsCliFact]
    public async Task Errors_Are_Shown_By_Their_Names()
    {
        await CreateJobAsync("taken");

        const string Creating = "when calling the CreateModelInvocationJob operation";
        Assert.Contains(
            $"(ConflictException) {Creating}: The provided job name is currently in use",
            await FailAsync(Create("taken")),
            StringComparison.Ordinal);
        Assert.Contains(
            $"(ValidationException) {Creating}: 1 validation error detected: Value 'a_b' at 'jobName'",
            await FailAsync(Create("a_b")),
            StringComparison.Ordinal);
        Assert.Contains(
            "(ResourceNotFoundException)",
            await FailAsync("get-model-invocation-job", "--job-identifier", "aaaaaaaaaaaa"),
            StringComparison.Ordinal);
    }

    private static string[] Create(string name) =>
    [
        "create-model-invocation-job", "--job-name", name, "--role-arn", "arn:aws:iam::123456789012:role/BatchRole",
        "--model-id", "amazon.nova-micro-v1:0", "--input-data-config", Input, "--output-data-config", Output,
    ];

    private async Task<string> SucceedAsync(params string[] arguments)
    {
        var (exitCode, output) = await Aws.RunAsync(arguments);
        Assert.True(exitCode == 0, output);
        return output;
    }

    private async Task<string> FailAsync(params string[] arguments)
    {
        var (exitCode, output) = await Aws.RunAsync(arguments);
        Assert.NotEqual(0, exitCode);
        return output;
    }
}
