using System.Globalization;
using System.Net.Http.Headers;

namespace BatchResource.Local.Ground.SigV4;

/// <summary>Signs requests to a local AWS as any client of AWS does, with Signature Version 4.</summary>
/// <param name="accessKeyId">The access key id.</param>
/// <param name="secretAccessKey">The secret that goes with it.</param>
/// <param name="region">The Region that signatures are scoped to.</param>
/// <param name="wallClock">The machine's time.</param>
internal sealed class RequestSigner(string accessKeyId, string secretAccessKey, string region, TimeProvider wallClock)
{
    /// <summary>Signs a request whose query, if it has one, is in the order of its names.</summary>
    /// <param name="request">The request, with an absolute address.</param>
    /// <param name="body">Its body.</param>
    /// <param name="service">The service that it is for, such as <c>cloudformation</c>.</param>
    public void Sign(HttpRequestMessage request, ReadOnlySpan<byte> body, string service)
    {
        var timestamp = wallClock.GetUtcNow().UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        request.Headers.Add("X-Amz-Date", timestamp);
        var address = request.RequestUri!;
        var unsigned = new AuthorizationHeader(accessKeyId, timestamp[..8], region, service, ["host", "x-amz-date"], "");
        var canonical = string.Join(
            '\n',
            request.Method,
            address.AbsolutePath,
            address.Query.TrimStart('?'),
            $"host:{address.Authority}\nx-amz-date:{timestamp}\n",
            string.Join(';', unsigned.SignedHeaders),
            CanonicalRequest.Hash(body));
        var hash = CanonicalRequest.Hash(System.Text.Encoding.UTF8.GetBytes(canonical));
        var signature = unsigned.Sign(secretAccessKey, $"{AuthorizationHeader.Algorithm}\n{timestamp}\n{unsigned.Scope}\n{hash}");
        request.Headers.Authorization = new AuthenticationHeaderValue(
            AuthorizationHeader.Algorithm,
            $"Credential={accessKeyId}/{unsigned.Scope}, SignedHeaders={string.Join(';', unsigned.SignedHeaders)}, Signature={signature}");
    }
}
