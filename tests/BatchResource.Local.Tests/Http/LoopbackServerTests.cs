using System.Net;
using System.Net.NetworkInformation;
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
}
