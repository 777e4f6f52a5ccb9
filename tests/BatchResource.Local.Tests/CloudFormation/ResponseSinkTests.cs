using System.Net.Sockets;
using System.Text;
using BatchResource.Local.CloudFormation;
using BatchResource.Local.Ground;
using BatchResource.Local.ResourceTypes.CustomResources;
using BatchResource.Local.Tests.Time;
using static BatchResource.Local.Tests.CloudFormation.FakeProvider;

namespace BatchResource.Local.Tests.CloudFormation;

public sealed class ResponseSinkTests
{
    private const string Key = "arn:aws:cloudformation:us-east-1:123456789012:stack/name/guid|Job|request";

    [Fact]
    public async Task The_Url_Has_The_Form_Of_CloudFormations()
    {
        await using var sink = await ResponseSink.StartAsync("us-east-1");

        var url = Open(sink);

        Assert.Contains(
            "/cloudformation-custom-resource-response-useast1/"
            + "arn%3Aaws%3Acloudformation%3Aus-east-1%3A123456789012%3Astack/name/guid%7CJob%7Crequest?X-Amz-Algorithm=AWS4-HMAC-SHA256&",
            url,
            StringComparison.Ordinal);
        Assert.Contains("&X-Amz-Expires=7200&X-Amz-SignedHeaders=host&X-Amz-Signature=", url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_Date_In_The_Url_Is_The_Local_Aws_Time_Whatever_Clock_It_Expires_By()
    {
        var clock = new ManualTime(new(2031, 2, 3, 4, 5, 6, TimeSpan.Zero));
        await using var sink = await ResponseSink.StartAsync("us-east-1", clock: clock);

        var url = Open(sink, clock: new LocalClock(1_000_000));

        Assert.Contains("&X-Amz-Date=20310203T040506Z&", url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Put_To_The_Url_As_Given_Arrives()
    {
        var bodies = new List<string>();
        await using var sink = await ResponseSink.StartAsync("us-east-1");
        var url = Open(sink, body => Add(bodies, body));

        Assert.Equal(200, await PutAsync(url, "answer"));

        Assert.Equal(["answer"], bodies);
        Assert.Equal(new DeliveredResponse(Key, 200, "answer", Counted: true), Assert.Single(sink.Delivered));
    }

    [Fact]
    public async Task A_Path_That_Was_Encoded_Anew_Is_Refused()
    {
        await using var sink = await ResponseSink.StartAsync("us-east-1");
        var url = Open(sink);

        Assert.Equal(403, await PutAsync(url.Replace("%3A", ":", StringComparison.Ordinal), "answer"));
        Assert.Equal(403, await PutAsync(url.Replace("%7C", "%7c", StringComparison.Ordinal), "answer"));
        Assert.Equal(403, await PutAsync(url.Replace("%3A", "%253A", StringComparison.Ordinal), "answer"));
    }

    [Theory]
    [InlineData("X-Amz-Date=2", "X-Amz-Date=3")]
    [InlineData("X-Amz-Expires=7200", "X-Amz-Expires=9999")]
    [InlineData("X-Amz-Signature=", "X-Amz-Signature=0")]
    public async Task A_Changed_Query_Is_Refused(string from, string to)
    {
        await using var sink = await ResponseSink.StartAsync("us-east-1");
        var url = Open(sink);

        Assert.Equal(403, await PutAsync(url.Replace(from, to, StringComparison.Ordinal), "answer"));
    }

    [Fact]
    public async Task A_Content_Type_Breaks_The_Signature()
    {
        await using var sink = await ResponseSink.StartAsync("us-east-1");
        var url = Open(sink);

        Assert.Equal(403, await PutAsync(url, "{}", "application/json"));
    }

    [Fact]
    public async Task Only_Put_Is_Signed()
    {
        await using var sink = await ResponseSink.StartAsync("us-east-1");
        using var http = new HttpClient();

        using var response = await http.GetAsync(new Uri(Open(sink)));

        Assert.Equal(403, (int)response.StatusCode);
        Assert.Contains("SignatureDoesNotMatch", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Body_Without_A_Length_Is_Refused()
    {
        await using var sink = await ResponseSink.StartAsync("us-east-1");
        var uri = new Uri(Open(sink), new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        using var socket = new TcpClient(uri.Host, uri.Port);
        var stream = socket.GetStream();

        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"PUT {uri.PathAndQuery} HTTP/1.1\r\nHost: {uri.Authority}\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n"));

        using var reader = new StreamReader(stream);
        Assert.Equal("HTTP/1.1 411 Length Required", await reader.ReadLineAsync());
    }

    [Fact]
    public async Task The_Url_Expires_After_Two_Hours_Of_The_Local_Clock()
    {
        var clock = new ManualTime();
        await using var sink = await ResponseSink.StartAsync("us-east-1");
        var url = Open(sink, clock: clock);

        clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(200, await PutAsync(url, "in time"));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(403, await PutAsync(url, "too late"));
    }

    [Theory]
    [InlineData(ResponseFault.Forbidden, 403)]
    [InlineData(ResponseFault.ServerError, 500)]
    [InlineData(ResponseFault.SlowDown, 503)]
    public async Task A_Delivery_Can_Be_Made_To_Fail(ResponseFault fault, int status)
    {
        await using var sink = await ResponseSink.StartAsync("us-east-1", n => n == 1 ? fault : null);
        var url = Open(sink);

        Assert.Equal(status, await PutAsync(url, "answer"));
        Assert.Equal(200, await PutAsync(url, "answer"));
        Assert.Equal([false, true], sink.Delivered.Select(put => put.Counted));
    }

    [Theory]
    [InlineData(ResponseFault.ConnectionReset, false)]
    [InlineData(ResponseFault.ResetAfterDelivery, true)]
    public async Task The_Connection_Can_Break_Before_Or_After_The_Delivery(ResponseFault fault, bool counted)
    {
        await using var sink = await ResponseSink.StartAsync("us-east-1", _ => fault);
        var url = Open(sink);

        await Assert.ThrowsAsync<HttpRequestException>(() => PutAsync(url, "answer"));

        Assert.Equal(counted, sink.Delivered[0].Counted);
    }

    private static string Open(ResponseSink sink, Func<byte[], bool>? accept = null, TimeProvider? clock = null) => sink.Open(
        new("cloudformation-custom-resource-response-useast1", Key, accept ?? (_ => true)) { Clock = clock ?? TimeProvider.System });

    private static bool Add(List<string> bodies, byte[] body)
    {
        bodies.Add(Encoding.UTF8.GetString(body));
        return true;
    }
}
