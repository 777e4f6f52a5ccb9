using Amazon;
using Amazon.Bedrock;
using BatchResource.Provider.Jobs;
using BatchResource.Provider.Startup;

namespace BatchResource.Provider.Tests.Startup;

/// <summary>What the process goes through while it starts.</summary>
public sealed class WarmClientTests
{
    [Fact]
    public async Task The_Creation_In_Memory_Comes_To_A_Job()
    {
        var job = await WarmClient.WarmUpAsync(new LifecycleOptions());

        Assert.Equal("warm-up", job.Name);
        Assert.Equal(JobStatus.Submitted, job.Status);
        Assert.Equal("s3://warm-up/out/", job.OutputS3Uri);
    }

    [Fact]
    public async Task One_That_Fails_Costs_The_Function_Nothing()
    {
        var impossible = new LifecycleOptions { CallTimeout = TimeSpan.Zero };
        await Assert.ThrowsAnyAsync<Exception>(() => WarmClient.WarmUpAsync(impossible));
        using var wanted = new AmazonBedrockClient("id", "secret", RegionEndpoint.USEast1);

        var client = await WarmClient.CreateAsync(() => wanted, impossible, TimeProvider.System);

        Assert.Same(wanted, client);
    }
}
