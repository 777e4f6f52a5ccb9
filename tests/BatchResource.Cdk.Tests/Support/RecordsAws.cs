using BatchResource.Local;
using BatchResource.Local.Bedrock;
using BatchResource.Local.CloudFormation;

namespace BatchResource.Cdk.Tests.Support;

/// <summary>A local AWS in which every bucket has records, so that the jobs of any template can run.</summary>
internal static class RecordsAws
{
    private const int Records = 100;
    private const double Speed = 1200;

    /// <summary>Starts it.</summary>
    /// <param name="folder">Where it may write.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<LocalAws> StartAsync(string folder, CancellationToken cancellationToken)
    {
        LocalAws? started = null;
        var aws = await LocalAws.StartAsync(
            new()
            {
                Speed = Speed,

                // The provider looks in real time, at jobs that take a second of it.
                FunctionEnvironment = new Dictionary<string, string> { ["BATCHRESOURCE_POLL_INTERVAL"] = "0.1" },
                OnStackEvent = e =>
                {
                    if (e is { ResourceType: "AWS::S3::Bucket", ResourceStatus: ResourceStatus.CreateComplete })
                        Put(started!, folder, e.PhysicalResourceId!);
                },
            },
            cancellationToken);
        started = aws;
        foreach (var bucket in (string[])["results", "records"])
        {
            aws.Buckets.Create(bucket);
            Put(aws, folder, bucket);
        }

        return aws;
    }

    /// <summary>Waits until so many jobs, and no more, have completed, each with all records.</summary>
    public static async Task AssertJobsCompleteAsync(LocalAws aws, int count, CancellationToken cancellationToken)
    {
        Assert.Equal(count, aws.Jobs.Count);
        foreach (var job in aws.Jobs)
        {
            var ended = await aws.WaitForJobAsync(job.JobArn, cancellationToken);
            Assert.True(ended.Status == JobStatus.Completed, $"{ended.JobName} is {ended.Status}: {ended.Message}");
            Assert.Equal(Records, aws.ReadResults(job.JobArn).Count);
        }
    }

    private static void Put(LocalAws aws, string folder, string bucket)
    {
        var file = Path.Combine(folder, "records.jsonl");
        if (!File.Exists(file))
        {
            File.WriteAllLines(file, Enumerable.Range(1, Records).Select(number =>
                $$$"""{"recordId":"record{{{number}}}","modelInput":{"messages":[{"role":"user","content":[{"text":"{{{number}}}?"}]}]}}"""));
        }

        aws.Buckets.Upload(bucket, "in/prompts.jsonl", file);
    }
}
