using Amazon.Bedrock;
using Amazon.Runtime;
using BatchResource.Contract;
using BatchResource.Provider.Bedrock;
using BatchResource.Provider.Jobs;

namespace BatchResource.Provider.Startup;

/// <summary>
/// Makes the SDK's client while the process starts, and has the SDK go through a creation once: a custom resource's function starts cold
/// nearly every time, and what is loaded and compiled here is not waited for later. The creation has a client of its own, whose answers lie
/// in memory: nothing leaves the process, nothing is logged, and nothing of it stays.
/// </summary>
internal static class WarmClient
{
    /// <summary>A creation takes a tenth of this; the function must not wait for one that hangs.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private static readonly JobArn Arn = JobArn.TryParse("arn:aws:bedrock:us-east-1:123456789012:model-invocation-job/warmup000000")!;

    /// <summary>Makes the client that the function works with, after the warm-up, however that ended.</summary>
    public static async Task<AmazonBedrockClient> CreateAsync(
        Func<AmazonBedrockClient> create, LifecycleOptions options, TimeProvider time)
    {
        try
        {
            await WarmUpAsync(options).WaitAsync(Patience, time);
        }
#pragma warning disable CA1031 // It costs time later on, and nothing else.
        catch (Exception)
#pragma warning restore CA1031
        {
        }

        return create();
    }

    /// <summary>Creates a job in memory.</summary>
    /// <returns>The job as it was answered.</returns>
    internal static async Task<Job> WarmUpAsync(LifecycleOptions options)
    {
        using var answers = new AnswersInMemory(Arn.Value);
        var config = BedrockClient.ConfigFor(options);
        config.ServiceURL = "https://bedrock.invalid/";
        config.AuthenticationRegion = "us-east-1";
        config.HttpClientFactory = answers;
        using var bedrock = new AmazonBedrockClient(new SessionAWSCredentials("id", "secret", "token"), config);
        var service = new BedrockJobService(Task.FromResult(bedrock));
        return await service.GetAsync(await service.CreateAsync(Job(), CancellationToken.None), CancellationToken.None);
    }

    private static NewJob Job() => new(
        "warm-up",
        "00000000-0000-0000-0000-000000000000",
        new JobDefinition
        {
            ModelId = "anthropic.claude-3-haiku-20240307-v1:0",
            RoleArn = "arn:aws:iam::123456789012:role/warm-up",
            Input = new("s3://warm-up/in.jsonl", "JSONL", S3BucketOwner: null),
            Output = new("s3://warm-up/out/", S3EncryptionKeyId: null, S3BucketOwner: null),
        },
        new Dictionary<string, string> { ["warm"] = "up" });
}
