using Amazon.Bedrock;
using Amazon.Bedrock.Model;
using Amazon.Runtime;
using BatchResource.Local.Bedrock;

namespace BatchResource.Local.Tests.Bedrock;

/// <summary>The SDK's own client agrees with the control plane: signatures, encoded ARNs, times, errors, retries.</summary>
public sealed class SdkTests : ControlPlaneTest
{
    [Fact]
    public async Task Every_Operation_Works_With_The_Client()
    {
        using var client = Client();
        var arn = (await client.CreateModelInvocationJobAsync(Request())).JobArn;

        var job = await client.GetModelInvocationJobAsync(new GetModelInvocationJobRequest { JobIdentifier = arn });
        Assert.Equal(("job-1", ModelInvocationJobStatus.Submitted, 24), (job.JobName, job.Status, job.TimeoutDurationInHours));
        Assert.Equal(Clock.GetUtcNow().UtcDateTime, job.SubmitTime!.Value.ToUniversalTime());

        var list = await client.ListModelInvocationJobsAsync(new ListModelInvocationJobsRequest
        {
            NameContains = "job",
            StatusEquals = ModelInvocationJobStatus.Submitted,
            SubmitTimeAfter = Clock.GetUtcNow().UtcDateTime.AddSeconds(-1),
            SubmitTimeBefore = Clock.GetUtcNow().UtcDateTime.AddSeconds(1),
            SortBy = SortJobsBy.CreationTime,
            SortOrder = SortOrder.Ascending,
            MaxResults = 10,
        });
        Assert.Equal(arn, Assert.Single(list.InvocationJobSummaries).JobArn);

        await client.TagResourceAsync(new TagResourceRequest { ResourceARN = arn, Tags = [new Tag { Key = "b", Value = "2" }] });
        await client.UntagResourceAsync(new UntagResourceRequest { ResourceARN = arn, TagKeys = ["a"] });
        var tags = await client.ListTagsForResourceAsync(new ListTagsForResourceRequest { ResourceARN = arn });
        Assert.Equal("b=2", string.Join(';', tags.Tags.Select(tag => $"{tag.Key}={tag.Value}")));

        await client.StopModelInvocationJobAsync(new StopModelInvocationJobRequest { JobIdentifier = arn });
        Assert.Equal("Stopping", ControlPlane.Find(arn)!.Status);
    }

    [Fact]
    public async Task Errors_Arrive_As_Exceptions_Of_Their_Types()
    {
        using var client = Client();
        await client.CreateModelInvocationJobAsync(Request());
        var missing = new GetModelInvocationJobRequest { JobIdentifier = "abcdefghijkl" };
        var invalid = Request();
        invalid.JobName = "a_b";

        var conflict = await Assert.ThrowsAsync<ConflictException>(() => client.CreateModelInvocationJobAsync(Request()));
        Assert.Contains("currently in use", conflict.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => client.GetModelInvocationJobAsync(missing));
        var validation = await Assert.ThrowsAsync<ValidationException>(() => client.CreateModelInvocationJobAsync(invalid));
        Assert.StartsWith("1 validation error detected: Value 'a_b'", validation.Message, StringComparison.Ordinal);
        Assert.NotEmpty(validation.RequestId);
    }

    [Fact]
    public async Task The_Client_Retries_What_Is_Throttled()
    {
        await StartAsync(new BedrockOptions { Faults = new FirstCallThrottled() });
        using var client = Client();

        await client.CreateModelInvocationJobAsync(Request());

        Assert.Equal([429, 200], ControlPlane.Calls.Select(call => call.StatusCode));
    }

    private AmazonBedrockClient Client() => new(
        new BasicAWSCredentials("test", "test"),
        new AmazonBedrockConfig { ServiceURL = ControlPlane.Endpoint.ToString(), AuthenticationRegion = "us-east-1" });

    private static CreateModelInvocationJobRequest Request() => new()
    {
        JobName = "job-1",
        ModelId = "amazon.nova-micro-v1:0",
        RoleArn = "arn:aws:iam::123456789012:role/BatchRole",
        InputDataConfig = new ModelInvocationJobInputDataConfig
        {
            S3InputDataConfig = new ModelInvocationJobS3InputDataConfig { S3Uri = "s3://in-bucket/prompts.jsonl" },
        },
        OutputDataConfig = new ModelInvocationJobOutputDataConfig
        {
            S3OutputDataConfig = new ModelInvocationJobS3OutputDataConfig { S3Uri = "s3://out-bucket/results/" },
        },
        Tags = [new Tag { Key = "a", Value = "1" }],
    };

    private sealed class FirstCallThrottled : IFaultInjector
    {
        public ValueTask<Fault?> BeforeEffectAsync(BedrockCall call, CancellationToken cancellationToken) =>
            new(call.Number == 1 ? Fault.Throttle : null);

        public ValueTask<Fault?> AfterEffectAsync(BedrockCall call, CancellationToken cancellationToken) => new((Fault?)null);
    }
}
