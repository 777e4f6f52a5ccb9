using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using BatchResource.Local.Ground.Http;

namespace BatchResource.Local.Tests.Http;

public sealed class LoopbackServerTests
{
    [Fact]
    public async Task Nothing_Listens_But_On_Loopback()
    {
        await using var aws = await LocalAws.StartAsync();
        await using var server = await LoopbackServer.StartAsync(_ => Task.CompletedTask);

        Assert.All([aws.Bedrock.Endpoint, server.Endpoint], endpoint =>
        {
            var listeners = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Where(found => found.Port == endpoint.Port);
            Assert.Equal([IPAddress.Loopback], listeners.Select(found => found.Address));
        });
    }

    [Fact]
    public async Task A_Body_That_No_Caller_May_Send_Is_Too_Long_For_Every_Handler()
    {
        await using var server = await LoopbackServer.StartAsync(async http =>
            http.Response.StatusCode = await RequestBody.ReadAsync(http.Request, 1 << 20) is null ? 413 : 200);
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, server.Endpoint.Port);
        await using var stream = client.GetStream();

        await stream.WriteAsync("POST / HTTP/1.1\r\nHost: local\r\nContent-Length: 70000000\r\n\r\n"u8.ToArray());

        using var reader = new StreamReader(stream);
        Assert.StartsWith("HTTP/1.1 413", await reader.ReadLineAsync(), StringComparison.Ordinal);
    }
}
