using System.Net;
using System.Net.Sockets;
using Amazon.Bedrock;
using Amazon.Bedrock.Model;
using BatchResource.Shims.Tests.Http;

namespace BatchResource.Shims.Tests.Bedrock;

public sealed class RetryTests
{
    private static readonly HttpAnswer Throttled = new(429, """{"message":"slow down"}""", ("x-amzn-ErrorType", "ThrottlingException"));

    [Fact]
    public async Task A_Throttled_Create_Is_Repeated_With_The_Same_Token()
    {
        await using var bedrock = await BedrockServer.StartAsync(Throttled, Throttled, new HttpAnswer(200, """{"jobArn":"arn:job"}"""));
        using var client = bedrock.Client();

        var response = await client.CreateModelInvocationJobAsync(new CreateModelInvocationJobRequest { JobName = "a" });

        Assert.Equal("arn:job", response.JobArn);
        Assert.Equal(3, bedrock.Requests.Count);
        Assert.Single(bedrock.Requests.Select(request => request.Body).Distinct());
    }

    [Fact]
    public async Task The_Third_Refusal_Is_Thrown()
    {
        await using var bedrock = await BedrockServer.StartAsync(Throttled, Throttled, Throttled);
        using var client = bedrock.Client();

        await Assert.ThrowsAsync<ThrottlingException>(() => client.ListModelInvocationJobsAsync(new ListModelInvocationJobsRequest()));

        Assert.Equal(3, bedrock.Requests.Count);
    }

    [Fact]
    public async Task A_Refusal_For_Good_Is_Not_Repeated()
    {
        await using var bedrock = await BedrockServer.StartAsync(
            new HttpAnswer(400, """{"message":"no"}""", ("x-amzn-ErrorType", "ValidationException")));
        using var client = bedrock.Client();

        await Assert.ThrowsAsync<ValidationException>(() => client.ListModelInvocationJobsAsync(new ListModelInvocationJobsRequest()));

        Assert.Single(bedrock.Requests);
    }

    [Fact]
    public async Task An_Answer_That_Does_Not_Come_In_Time_Is_A_Timeout()
    {
        await using var silent = await HttpTestServer.StartAsync(NeverAsync);
        using var client = Client(silent.Url, TimeSpan.FromMilliseconds(100));

        await Assert.ThrowsAsync<TimeoutException>(() => client.ListModelInvocationJobsAsync(new ListModelInvocationJobsRequest()));
    }

    [Fact]
    public async Task A_Call_Can_Be_Cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        await using var silent = await HttpTestServer.StartAsync(async (request, aborted) =>
        {
            await cancellation.CancelAsync();
            return await NeverAsync(request, aborted);
        });
        using var client = Client(silent.Url, TimeSpan.FromMinutes(1));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => client.ListModelInvocationJobsAsync(new ListModelInvocationJobsRequest(), cancellation.Token));
    }

    [Fact]
    public async Task A_Refused_Connection_Is_No_Error_Of_The_Service()
    {
        using var client = Client($"http://127.0.0.1:{ClosedPort()}", TimeSpan.FromMinutes(1));

        await Assert.ThrowsAsync<HttpRequestException>(() => client.ListModelInvocationJobsAsync(new ListModelInvocationJobsRequest()));
    }

    private static AmazonBedrockClient Client(string url, TimeSpan timeout) => new(
        "key",
        "secret",
        new AmazonBedrockConfig { ServiceURL = url, AuthenticationRegion = "us-east-1", Timeout = timeout, MaxErrorRetry = 0 });

    private static async Task<HttpAnswer> NeverAsync(HttpExchange request, CancellationToken aborted)
    {
        await new TaskCompletionSource().Task.WaitAsync(aborted);
        return new HttpAnswer(599);
    }

    private static int ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
