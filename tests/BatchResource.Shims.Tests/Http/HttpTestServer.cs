using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace BatchResource.Shims.Tests.Http;

/// <summary>A real server on a free port of loopback, that answers as it is told.</summary>
internal sealed class HttpTestServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private HttpTestServer(WebApplication app)
    {
        this.app = app;
        Url = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
    }

    public string Url { get; }

    public string HostAndPort => new Uri(Url).Authority;

    public static async Task<HttpTestServer> StartAsync(Func<HttpExchange, CancellationToken, Task<HttpAnswer>> answer)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        app.Run(context => AnswerAsync(context, answer));
        await app.StartAsync();
        return new HttpTestServer(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static async Task AnswerAsync(HttpContext context, Func<HttpExchange, CancellationToken, Task<HttpAnswer>> answer)
    {
        using var reader = new StreamReader(context.Request.Body);
        var exchange = new HttpExchange(
            context.Request.Method,
            context.Features.Get<IHttpRequestFeature>()!.RawTarget,
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            await reader.ReadToEndAsync());

        var (status, body, headers) = await answer(exchange, context.RequestAborted);
        context.Response.StatusCode = status;
        foreach (var (name, value) in headers)
            context.Response.Headers[name] = value;
        await context.Response.WriteAsync(body);
    }
}
