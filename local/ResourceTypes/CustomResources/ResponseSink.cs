using System.Collections.Concurrent;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using BatchResource.Local.CloudFormation;
using BatchResource.Local.Ground.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace BatchResource.Local.ResourceTypes.CustomResources;

/// <summary>
/// Takes the answers of providers and the signals of wait conditions at presigned URLs, as Amazon S3 does for CloudFormation. It listens
/// on a free port of the loopback interface.
/// </summary>
internal sealed class ResponseSink : IAsyncDisposable
{
    private readonly TimeProvider clock;
    private readonly PresignedUrls urls;
    private readonly Func<int, ResponseFault?> fault;
    private readonly ConcurrentDictionary<string, Slot> slots = new();
    private readonly ConcurrentQueue<DeliveredResponse> delivered = new();
    private LoopbackServer? server;
    private int puts;

    private ResponseSink(string region, Func<int, ResponseFault?> fault, TimeProvider clock)
    {
        this.clock = clock;
        this.fault = fault;
        urls = new(region);
    }

    /// <summary>Every PUT that came, in order.</summary>
    public IReadOnlyList<DeliveredResponse> Delivered => [.. delivered];

    /// <summary>Starts listening.</summary>
    /// <param name="region">The Region in the URLs.</param>
    /// <param name="fault">What goes wrong with the n-th PUT, counted from one.</param>
    /// <param name="clock">Dates the URLs; the machine's when absent.</param>
    /// <param name="certificate">With it the URLs are https.</param>
    public static async Task<ResponseSink> StartAsync(
        string region, Func<int, ResponseFault?>? fault = null, TimeProvider? clock = null, X509Certificate2? certificate = null)
    {
        var sink = new ResponseSink(region, fault ?? (_ => null), clock ?? TimeProvider.System);
        sink.server = await LoopbackServer.StartAsync(sink.HandleAsync, certificate: certificate);
        return sink;
    }

    /// <summary>
    /// Makes a URL. It is dated by the clock that Bedrock dates its jobs by: from the two dates a provider learns which came first.
    /// </summary>
    public string Open(PresignedObject target)
    {
        var path = $"/{target.Bucket}/{Uri.EscapeDataString(target.Key).Replace("%2F", "/", StringComparison.Ordinal)}";
        slots[path] = new(target, target.Clock.GetUtcNow() + target.Lifetime);
        return urls.Sign(server!.Endpoint, path, clock.GetUtcNow(), target.Lifetime);
    }

    public ValueTask DisposeAsync() => server?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task HandleAsync(HttpContext context)
    {
        var target = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        var question = target.IndexOf('?', StringComparison.Ordinal);
        var (path, query) = question < 0 ? (target, "") : (target[..question], target[(question + 1)..]);
        using var buffer = new MemoryStream();
        await context.Request.Body.CopyToAsync(buffer, context.RequestAborted);
        var body = buffer.ToArray();
        var slot = slots.GetValueOrDefault(path);

        var injected = fault(Interlocked.Increment(ref puts));
        var (status, error) = injected switch
        {
            ResponseFault.Forbidden => (403, "AccessDenied"),
            ResponseFault.ServerError => (500, "InternalError"),
            ResponseFault.SlowDown => (503, "SlowDown"),
            ResponseFault.ConnectionReset => (0, null),
            _ => Verdict(context.Request, path, query, slot),
        };
        var counted = status == 200 && injected != ResponseFault.Unheard && slot!.Target.Accept(body);
        if (injected == ResponseFault.ResetAfterDelivery)
            status = 0;
        delivered.Enqueue(new(slot?.Target.Key ?? path, status, Encoding.UTF8.GetString(body), counted));
        await AnswerAsync(context, status, error);
    }

    private (int Status, string? Error) Verdict(HttpRequest request, string path, string query, Slot? slot)
    {
        // The signature covers an empty Content-Type. A request that has one is refused in S3's words.
        var isSigned = urls.IsSigned(request.Method, request.Host.Value ?? "", path, query);
        if (slot is null || !isSigned || !string.IsNullOrEmpty(request.ContentType))
            return (403, "SignatureDoesNotMatch");
        if (slot.Target.Clock.GetUtcNow() > slot.Expires)
            return (403, "AccessDenied");
        return request.ContentLength is null ? (411, "MissingContentLength") : (200, null);
    }

    private static async Task AnswerAsync(HttpContext context, int status, string? error)
    {
        if (status == 0)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = status;
        if (error is null)
            return;
        context.Response.ContentType = "application/xml";
        await context.Response.WriteAsync($"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>{error}</Code></Error>");
    }

    private sealed record Slot(PresignedObject Target, DateTimeOffset Expires);
}
