using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using BatchResource.Local.Iam;

namespace BatchResource.Local.Tests.Bedrock;

/// <summary>Sends requests signed by hand, so that tests can send what no client would.</summary>
internal sealed class SignedHttp(Uri endpoint, string accessKeyId = "test", string secret = "test") : IDisposable
{
    private readonly HttpClient http = new() { BaseAddress = endpoint };

    public SignedHttp(Uri endpoint, IssuedCredentials credentials)
        : this(endpoint, credentials.AccessKeyId, credentials.SecretAccessKey) => SessionToken = credentials.SessionToken;

    public string Region { get; set; } = "us-east-1";

    public string Service { get; set; } = "bedrock";

    public string? SessionToken { get; set; }

    public DateTimeOffset? SignedAt { get; set; }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string target, string? body = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(endpoint, target));
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        Sign(request, target, body ?? "");
        return await http.SendAsync(request);
    }

    public async Task<HttpResponseMessage> SendWithAuthorizationAsync(string? authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(endpoint, "/model-invocation-jobs"));
        if (authorization is not null)
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        return await http.SendAsync(request);
    }

    public void Dispose() => http.Dispose();

    private void Sign(HttpRequestMessage request, string target, string body)
    {
        var timestamp = (SignedAt ?? DateTimeOffset.UtcNow).UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var date = timestamp[..8];
        var scope = $"{date}/{Region}/{Service}/aws4_request";
        request.Headers.Add("X-Amz-Date", timestamp);
        var signedHeaders = "host;x-amz-date";
        var headers = $"host:{endpoint.Authority}\nx-amz-date:{timestamp}\n";
        if (SessionToken is not null)
        {
            request.Headers.Add("X-Amz-Security-Token", SessionToken);
            signedHeaders += ";x-amz-security-token";
            headers += $"x-amz-security-token:{SessionToken}\n";
        }
        var parts = target.Split('?', 2);
        var path = string.Join('/', parts[0].Split('/').Select(Uri.EscapeDataString));
        var query = parts.Length == 1 ? "" : string.Join('&', parts[1].Split('&').Order(StringComparer.Ordinal));
        var canonical = $"{request.Method}\n{path}\n{query}\n{headers}\n{signedHeaders}\n{Hash(body)}";
        var stringToSign = $"AWS4-HMAC-SHA256\n{timestamp}\n{scope}\n{Hash(canonical)}";

        var key = Hmac(Hmac(Hmac(Hmac(Encoding.UTF8.GetBytes("AWS4" + secret), date), Region), Service), "aws4_request");
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "AWS4-HMAC-SHA256",
            $"Credential={accessKeyId}/{scope}, SignedHeaders={signedHeaders}, Signature={Hex(Hmac(key, stringToSign))}");
    }

    private static byte[] Hmac(byte[] key, string data) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(data));

    private static string Hash(string text) => Hex(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Hex(byte[] data) => Convert.ToHexStringLower(data);
}
