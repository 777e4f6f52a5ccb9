using Amazon.Bedrock;
using Amazon.Runtime;
using BatchResource.Contract;
using BatchResource.Provider.Bedrock;
using BatchResource.Provider.Jobs;
using BatchResource.Provider.Tests.Support;

namespace BatchResource.Provider.Tests.Bedrock;

/// <summary>The seven calls, made with the SDK's own client, as the provider configures it, of a server on loopback.</summary>
internal sealed class BedrockCalls : IDisposable
{
    public static readonly JobArn Arn = JobArn.TryParse("arn:aws:bedrock:us-east-1:123456789012:model-invocation-job/abcdefghijkl")!;

    /// <summary>Every call, by the name of its operation.</summary>
    public static readonly IReadOnlyDictionary<string, Func<IJobService, CancellationToken, Task>> All =
        new Dictionary<string, Func<IJobService, CancellationToken, Task>>(StringComparer.Ordinal)
        {
            ["CreateModelInvocationJob"] = (service, token) => service.CreateAsync(MinimalJob, token),
            ["GetModelInvocationJob"] = (service, token) => service.GetAsync(Arn, token),
            ["StopModelInvocationJob"] = (service, token) => service.StopAsync(Arn, token),
            ["ListModelInvocationJobs"] = (service, token) => service.ListAsync("owner-", null, null, token),
            ["ListTagsForResource"] = (service, token) => service.ListTagsAsync(Arn, token),
            ["TagResource"] = (service, token) => service.TagAsync(Arn, new Dictionary<string, string> { ["team"] = "search" }, token),
            ["UntagResource"] = (service, token) => service.UntagAsync(Arn, ["team"], token),
        };

    private readonly AmazonBedrockClient client;

    public BedrockCalls(string url, TimeSpan? callTimeout = null)
    {
        var defaults = new LifecycleOptions();
        var config = BedrockJobService.ConfigFor(defaults with { CallTimeout = callTimeout ?? defaults.CallTimeout });
        config.ServiceURL = url;
        config.AuthenticationRegion = "us-east-1";
        client = new AmazonBedrockClient(
            new SessionAWSCredentials("AKIAEXAMPLE", "key-that-nobody-may-see", "token-that-nobody-may-see"), config);
        Service = new BedrockJobService(client);
    }

    /// <summary>A job with no more than what is required.</summary>
    public static NewJob MinimalJob => new(
        "nightly",
        TestEvent.RequestId,
        new JobDefinition
        {
            RoleArn = "arn:aws:iam::123456789012:role/BatchRole",
            ModelId = "amazon.nova-micro-v1:0",
            Input = new S3Input("s3://bucket/input.jsonl", null, null),
            Output = new S3Output("s3://bucket/output", null, null),
        },
        new Dictionary<string, string>());

    public BedrockJobService Service { get; }

    /// <summary>Makes a call that has to fail, and returns how.</summary>
    public async Task<JobServiceException> FailAsync(string operation, CancellationToken cancellationToken = default) =>
        await Assert.ThrowsAsync<JobServiceException>(() => All[operation](Service, cancellationToken));

    public void Dispose() => client.Dispose();
}
