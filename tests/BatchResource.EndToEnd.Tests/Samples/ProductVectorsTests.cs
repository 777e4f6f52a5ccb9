using BatchResource.EndToEnd.Tests.Support;
using BatchResource.Local;
using BatchResource.Local.Bedrock;

namespace BatchResource.EndToEnd.Tests.Samples;

/// <summary>The sample whose records are too many for one job, under the policies of its template.</summary>
public sealed class ProductVectorsTests
{
    private const string Name = "ProductVectors";
    private const double TenMinutesInASecond = 600;

    [Fact]
    public async Task The_Jobs_Run_One_After_The_Other_And_Have_Every_Record_Once()
    {
        // No test takes nearly as long: what does hangs.
        using var guard = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        await using var aws = await LocalAws.StartAsync(new() { Speed = TenMinutesInASecond }, guard.Token);

        (await aws.DeployAsync(await SampleAssembly.FolderAsync, Name, guard.Token)).EnsureSucceeded();

        var jobs = aws.Jobs.OrderBy(job => job.SubmitTime).ToList();
        Assert.Equal(3, jobs.Count);
        Assert.All(jobs, job => Assert.Equal(JobStatus.Completed, job.Status));
        Assert.All(jobs.Zip(jobs.Skip(1)), pair => Assert.True(pair.First.EndTime <= pair.Second.SubmitTime));
        var records = jobs.SelectMany(job => aws.ReadResults(job.JobArn)).Select(result => result["recordId"]!.ToString()).ToList();
        Assert.Equal(312, records.Count);
        Assert.Equal(312, records.Distinct(StringComparer.Ordinal).Count());
    }
}
