using BatchResource.Provider.Logging;
using BatchResource.Provider.Retry;

namespace BatchResource.Provider.CloudFormation;

/// <summary>Delivers an answer to CloudFormation's presigned URL (L2).</summary>
internal sealed class ResponseSender(HttpClient http, Backoff backoff, TimeProvider time)
{
    private const int ServiceUnavailable = 503;
    private static readonly TimeSpan TryTimeout = TimeSpan.FromSeconds(10);

    /// <summary>A client that sends the URL only to its own host. The sender sets the time limits.</summary>
    /// <param name="filter">The first handler of every request, if there is one.</param>
    public static HttpClient CreateClient(DelegatingHandler? filter = null)
    {
        HttpMessageHandler handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
        if (filter is not null)
        {
            filter.InnerHandler = handler;
            handler = filter;
        }

        return new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>Sends the answer until it is accepted, finally refused, or the time is up.</summary>
    public async Task<Delivery> SendAsync(ResponseUrl url, ReadOnlyMemory<byte> body, Log log, CancellationToken cancellationToken)
    {
        var mayBeTaken = false;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var status = await PutAsync(url, body, cancellationToken);
                if (status is >= 200 and < 300)
                {
                    return Delivery.Taken;
                }

                // A redirection is not followed, because the URL is a credential. A retry would not help.
                log.AnswerRefused(url.Host, status, attempt);
                if (status is < 500 and not (408 or 429))
                {
                    break;
                }

                mayBeTaken |= status != ServiceUnavailable;
            }
            catch (Exception failure) when (failure is HttpRequestException or IOException or OperationCanceledException)
            {
                mayBeTaken |= !IsNotSent(failure);

                // Only the exception's type: its message could quote the URL.
                log.AnswerNotSent(url.Host, failure.GetType().Name, attempt);
            }

            try
            {
                await Pause.ForAsync(backoff.Before(attempt), time, cancellationToken);
            }
            catch (OperationCanceledException)
            {
                break;
            }
        }

        log.AnswerLost(url.Host);
        return mayBeTaken ? Delivery.Unknown : Delivery.NotTaken;
    }

    /// <summary>Whether not even a connection was made.</summary>
    private static bool IsNotSent(Exception failure) => failure is HttpRequestException
    {
        HttpRequestError: HttpRequestError.NameResolutionError
            or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError,
    };

    private async Task<int> PutAsync(ResponseUrl url, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(TryTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);

        // No Content-Type, because the URL was signed without one. The length is known, so the body is not sent in chunks.
        using var request = new HttpRequestMessage(HttpMethod.Put, url.Uri) { Content = new ReadOnlyMemoryContent(body) };
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
        return (int)response.StatusCode;
    }
}

/// <summary>What happened to an answer.</summary>
internal enum Delivery
{
    /// <summary>Accepted or not: after it was sent, the connection broke or the server failed.</summary>
    Unknown,

    /// <summary>It was accepted.</summary>
    Taken,

    /// <summary>It was certainly not accepted: it was refused, or never sent.</summary>
    NotTaken,
}
