using BatchResource.EndToEnd.Tests.CdkCli;
using BatchResource.EndToEnd.Tests.Support;
using BatchResource.Local;
using BatchResource.Local.Bedrock;
using BatchResource.Local.CloudFormation;
using BatchResource.Tests.Shared;

namespace BatchResource.EndToEnd.Tests.Languages;

/// <summary>A copy of a folder of samples/, which the CDK's command line synthesizes and the local AWS deploys.</summary>
internal sealed class SampleOfLanguage : IDisposable
{
    private const string Stack = "Summaries";
    private const string ProviderStack = "BatchInferenceProvider";
    private const string Bucket = "our-bucket";

    // Nothing takes nearly as long: what does hangs.
    private readonly CancellationTokenSource guard = new(TimeSpan.FromMinutes(10));

    public SampleOfLanguage(string language)
    {
        var source = Path.Combine(RepositoryFiles.Root, "samples", language);
        Copy(source, Folder);
        var modules = Path.Combine(source, "node_modules");
        if (Directory.Exists(modules))
        {
            Directory.CreateSymbolicLink(Path.Combine(Folder, "node_modules"), modules);
        }
    }

    /// <summary>The app.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory($"batch-resource-sample-").FullName;

    private string Provider => Path.Combine(Folder, "provider");

    public void Dispose()
    {
        guard.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>Changes a file of the app.</summary>
    public void Edit(string file, string text, string by)
    {
        var path = Path.Combine(Folder, file);
        var before = File.ReadAllText(path);
        Assert.Contains(text, before, StringComparison.Ordinal);
        File.WriteAllText(path, before.Replace(text, by, StringComparison.Ordinal));
    }

    /// <summary>Deploys it, again, with another revision, and deletes it.</summary>
    public async Task RunsOneJobForEachRevisionAsync()
    {
        await using var aws = await StartAsync();
        var first = await DeployAsync(aws, revision: "1");
        var job = Assert.Single(aws.Jobs);
        Assert.Equal(job.JobArn, first.Outputs["JobArn"]);
        Assert.EndsWith($"/summaries/{job.JobArn.Split('/')[^1]}/", first.Outputs["ResultsUri"], StringComparison.Ordinal);
        await AssertCompletesAsync(aws, job.JobArn);
        var refusal = await Record.ExceptionAsync(() => aws.DeleteAsync(ProviderStack, guard.Token));
        Assert.Contains(Stack, Assert.IsType<StackException>(refusal).Message, StringComparison.Ordinal);

        _ = await DeployAsync(aws, revision: "1");
        Assert.Single(aws.Jobs);

        _ = await DeployAsync(aws, revision: "2");
        Assert.Equal(2, aws.Jobs.Count);

        Assert.Equal(StackStatus.DeleteComplete, (await aws.DeleteAsync(Stack, guard.Token))?.Status);
        Assert.All(aws.Jobs, ended => Assert.True(JobStatus.IsTerminal(ended.Status)));
    }

    /// <summary>Deploys it and deletes it, and the job goes on.</summary>
    public async Task KeepsItsJobAsync()
    {
        await using var aws = await StartAsync();
        _ = await DeployAsync(aws, revision: "1");

        Assert.Equal(StackStatus.DeleteComplete, (await aws.DeleteAsync(Stack, guard.Token))?.Status);
        await AssertCompletesAsync(aws, Assert.Single(aws.Jobs).JobArn);
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }

        foreach (var folder in Directory.GetDirectories(from).Where(folder => Path.GetFileName(folder) is not ("node_modules" or "cdk.out")))
        {
            Copy(folder, Directory.CreateDirectory(Path.Combine(to, Path.GetFileName(folder))).FullName);
        }
    }

    private async Task<LocalAws> StartAsync()
    {
        await PackedLibraries.RunAsync(RepositoryFiles.Root, Path.Combine(RepositoryFiles.Root, "eng", "template"), [Provider]);
        var aws = await LocalAws.StartAsync(new() { Speed = 600 }, guard.Token);
        aws.Buckets.Create(Bucket);
        var records = Path.Combine(RepositoryFiles.Root, "cdk", "app", "records", "support-tickets.jsonl");
        aws.Buckets.Upload(Bucket, "records/tickets.jsonl", records);
        return aws;
    }

    private async Task<StackResult> DeployAsync(LocalAws aws, string revision)
    {
        string[] context = ["-c", $"provider={Provider}", "-c", $"records={Bucket}", "-c", $"revision={revision}"];
        await PackedLibraries.RunAsync(Folder, "node", [CdkCommand.Path, "synth", "--quiet", .. context]);
        return (await aws.DeployAsync(Path.Combine(Folder, "cdk.out"), Stack, guard.Token)).EnsureSucceeded();
    }

    private async Task AssertCompletesAsync(LocalAws aws, string jobArn)
    {
        var ended = await aws.WaitForJobAsync(jobArn, guard.Token);
        Assert.True(ended.Status == JobStatus.Completed, $"the job is {ended.Status}: {ended.Message}");
    }
}
