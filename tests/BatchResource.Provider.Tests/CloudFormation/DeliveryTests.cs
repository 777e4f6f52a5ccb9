using System.Net;
using BatchResource.Provider.CloudFormation;
using BatchResource.Provider.Retry;
using BatchResource.Provider.Tests.Simulation;
using BatchResource.Provider.Tests.Support;

namespace BatchResource.Provider.Tests.CloudFormation;

/// <summary>Whether an answer that failed may have been taken all the same, by how it failed; and how long one try may take.</summary>
[Trait("rule", "L2")]
public sealed class DeliveryTests
{
    private readonly VirtualTime time = new();

    [Theory]
    [InlineData(HttpRequestError.NameResolutionError, "NotTaken")]
    [InlineData(HttpRequestError.ConnectionError, "NotTaken")]
    [InlineData(HttpRequestError.SecureConnectionError, "NotTaken")]
    [InlineData(HttpRequestError.ResponseEnded, "Unknown")]
    [InlineData(HttpRequestError.HttpProtocolError, "Unknown")]
    [InlineData(HttpRequestError.Unknown, "Unknown")]
    public void Without_A_Connection_An_Answer_Is_Certainly_Not_Taken(HttpRequestError error, string delivery) =>
        Assert.Equal(delivery, Sent((_, _) => throw new HttpRequestException(error)).ToString());

    [Fact]
    public void A_Connection_That_Breaks_In_The_Middle_May_Have_Brought_The_Answer() =>
        Assert.Equal(Delivery.Unknown, Sent((_, _) => throw new IOException("broken pipe")));

    [Theory]
    [InlineData(new[] { 503, 403 }, "NotTaken")]
    [InlineData(new[] { 500, 403 }, "Unknown")]
    [InlineData(new[] { 429, 403 }, "Unknown")]
    [InlineData(new[] { 500, 503, 403 }, "Unknown")]
    [InlineData(new[] { 500, 500, 403 }, "Unknown")]
    [InlineData(new[] { 503, 200 }, "Taken")]
    [InlineData(new[] { 500, 200 }, "Taken")]
    public void One_Try_That_May_Have_Been_Taken_Is_Enough_For_Doubt(int[] statuses, string delivery)
    {
        var queue = new Queue<int>(statuses);

        Assert.Equal(delivery, Sent((_, _) => Task.FromResult((HttpStatusCode)queue.Dequeue())).ToString());
    }

    [Fact]
    public void Two_Connections_That_Break_Are_No_Less_Doubt_Than_One() => Assert.Equal(
        Delivery.Unknown,
        Sent((number, _) => number <= 2 ? throw new IOException("broken pipe") : Task.FromResult(HttpStatusCode.Forbidden)));

    [Fact]
    public void A_Try_That_Gets_No_Answer_Is_Given_Up_After_Ten_Seconds_And_Another_Begun()
    {
        var tries = new List<DateTimeOffset>();
        var delivery = Sent(async (number, token) =>
        {
            tries.Add(time.GetUtcNow());
            await Pause.ForAsync(number < 3 ? TimeSpan.FromHours(1) : TimeSpan.Zero, time, token);
            return HttpStatusCode.OK;
        });

        Assert.Equal(Delivery.Taken, delivery);
        Assert.Equal([TimeSpan.FromSeconds(11), TimeSpan.FromSeconds(12)], tries.Zip(tries.Skip(1), (one, next) => next - one));
    }

    /// <summary>The sender's own limits follow its clock; one of HttpClient's would cut a try short behind its back.</summary>
    [Fact]
    public void The_Client_Has_No_Time_Limit_Of_Its_Own()
    {
        using var client = ResponseSender.CreateClient();
        Assert.Equal(Timeout.InfiniteTimeSpan, client.Timeout);
    }

    /// <summary>Sends an answer for a minute.</summary>
    private Delivery Sent(Func<int, CancellationToken, Task<HttpStatusCode>> answer)
    {
        using var client = new HttpClient(new Handler(answer)) { Timeout = Timeout.InfiniteTimeSpan };
        var sender = new ResponseSender(client, new Backoff(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(20), () => 1), time);
        using var minute = new CancellationTokenSource(TimeSpan.FromMinutes(1), time);
        var url = ResponseUrl.TryParse("https://server/path")!;
        return time.Run(() => sender.SendAsync(url, new byte[1], new LogCapture(time).Log, minute.Token));
    }

    private sealed class Handler(Func<int, CancellationToken, Task<HttpStatusCode>> answer) : HttpMessageHandler
    {
        private int count;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            new(await answer(++count, cancellationToken));
    }
}
