using BatchResource.Provider.Startup;

namespace BatchResource.Provider.Tests.Startup;

public sealed class OpenSslTests
{
    private readonly List<string> tried = [];

    [Fact]
    public void A_Version_That_Is_There_Is_Enough()
    {
        Assert.Null(OpenSsl.Problem(_ => null, name => Try(name) == "libssl.so.1.1"));
        Assert.Equal(["libssl.so.3", "libssl.so.1.1"], tried);
    }

    [Fact]
    public void The_Version_That_Dotnet_Is_Told_To_Use_Comes_First()
    {
        Assert.Null(OpenSsl.Problem(name => name == "CLR_OPENSSL_VERSION_OVERRIDE" ? "4" : null, name => Try(name) == "libssl.so.4"));
        Assert.Equal(["libssl.so.4"], tried);
    }

    [Fact]
    public void None_Is_A_Problem()
    {
        Assert.Contains(
            "has no OpenSSL (libssl.so.3)", OpenSsl.Problem(_ => null, name => Try(name) == "another"), StringComparison.Ordinal);
        Assert.Equal(5, tried.Count);
    }

    [Fact]
    public async Task Without_It_A_Plain_Answer_Is_Sent_And_An_Encrypted_One_Is_An_Error_With_The_Reason()
    {
        var inner = new Sent();
        using var client = new HttpMessageInvoker(new PlainHttpOnly("no OpenSSL") { InnerHandler = inner });

        using var plain = new HttpRequestMessage(HttpMethod.Put, "http://localhost/answer");
        (await client.SendAsync(plain, CancellationToken.None)).Dispose();
        using var encrypted = new HttpRequestMessage(HttpMethod.Put, "https://localhost/answer");
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => client.SendAsync(encrypted, CancellationToken.None));

        Assert.Equal("no OpenSSL", refusal.Message);
        Assert.Equal(1, inner.Count);
    }

    private string Try(string name)
    {
        tried.Add(name);
        return name;
    }

    private sealed class Sent : HttpMessageHandler
    {
        public int Count { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Count++;
            return Task.FromResult(new HttpResponseMessage());
        }
    }
}
