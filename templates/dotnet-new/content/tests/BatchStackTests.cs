using Amazon.CDK;
using BatchResource.Local;
using BatchResource.Local.Bedrock;

namespace BatchApp.Tests;

/// <summary>Deploys the stack to an AWS account in this process.</summary>
public sealed class BatchStackTests : IDisposable
{
    private readonly string cdkOut = Directory.CreateTempSubdirectory("cdk.out-").FullName;

    [Fact]
    public async Task Every_Record_Gets_An_Answer()
    {
        var app = new App(new AppProps { Outdir = cdkOut });
        _ = new BatchStack(app, "BedrockBatchStack");
        app.Synth();

        // 25 minutes of a job pass in two and a half seconds.
        await using var aws = await LocalAws.StartAsync(new() { Speed = 600 });
        var stack = (await aws.DeployAsync(cdkOut, "BedrockBatchStack")).EnsureSucceeded();
        var job = await aws.WaitForJobAsync(stack.Outputs["JobArn"]);

        Assert.Equal(JobStatus.Completed, job.Status);
        Assert.Equal(100, aws.ReadResults(job.JobArn).Count);
    }

    public void Dispose() => Directory.Delete(cdkOut, recursive: true);
}
