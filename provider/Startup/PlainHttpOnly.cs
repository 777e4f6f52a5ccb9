namespace BatchResource.Provider.Startup;

/// <summary>Refuses HTTPS if it would end the process, and gives the reason. Lambda then logs it and counts the event as failed.</summary>
internal sealed class PlainHttpOnly(string reason) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        string.Equals(request.RequestUri?.Scheme, Uri.UriSchemeHttp, StringComparison.Ordinal)
            ? base.SendAsync(request, cancellationToken)
            : throw new InvalidOperationException(reason);
}
