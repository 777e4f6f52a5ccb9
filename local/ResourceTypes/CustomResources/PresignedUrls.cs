using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace BatchResource.Local.ResourceTypes.CustomResources;

/// <summary>
/// Presigned URLs for PUT, in the form that CloudFormation hands out: Signature Version 4 in the query, see
/// https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html.
/// </summary>
internal sealed class PresignedUrls(string region)
{
    private readonly string secret = RandomNumberGenerator.GetHexString(40);
    private readonly string accessKeyId = $"AKIA{RandomNumberGenerator.GetHexString(16)}";

    /// <summary>Signs a path.</summary>
    /// <param name="endpoint">Whose path it is.</param>
    /// <param name="path">The path, encoded as it is to be sent.</param>
    /// <param name="now">The time of signing, UTC.</param>
    /// <param name="lifetime">How long the URL is to be valid.</param>
    public string Sign(Uri endpoint, string path, DateTimeOffset now, TimeSpan lifetime)
    {
        var timestamp = now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var query = "X-Amz-Algorithm=AWS4-HMAC-SHA256"
            + $"&X-Amz-Credential={Uri.EscapeDataString($"{accessKeyId}/{Scope(timestamp)}")}"
            + $"&X-Amz-Date={timestamp}&X-Amz-Expires={lifetime.TotalSeconds}&X-Amz-SignedHeaders=host";
        var signature = Signature("PUT", endpoint.Authority, path, query, timestamp);
        return $"{endpoint.Scheme}://{endpoint.Authority}{path}?{query}&X-Amz-Signature={signature}";
    }

    /// <summary>Whether a request carries a signature of this object for exactly its method, host, path and query.</summary>
    public bool IsSigned(string method, string host, string path, string query)
    {
        const string Mark = "&X-Amz-Signature=";
        var mark = query.IndexOf(Mark, StringComparison.Ordinal);
        var date = query.IndexOf("&X-Amz-Date=", StringComparison.Ordinal);
        if (mark < 0 || date < 0 || query.Length < date + 28)
            return false;
        var expected = Signature(method, host, path, query[..mark], query.Substring(date + 12, 16));
        var given = query[(mark + Mark.Length)..];
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(given));
    }

    private string Scope(string timestamp) => $"{timestamp[..8]}/{region}/s3/aws4_request";

    private string Signature(string method, string host, string path, string query, string timestamp)
    {
        var canonicalRequest = $"{method}\n{path}\n{query}\nhost:{host}\n\nhost\nUNSIGNED-PAYLOAD";
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonicalRequest)));
        var key = new[] { timestamp[..8], region, "s3", "aws4_request" }.Aggregate(Encoding.UTF8.GetBytes($"AWS4{secret}"), Hmac);
        return Convert.ToHexStringLower(Hmac(key, $"AWS4-HMAC-SHA256\n{timestamp}\n{Scope(timestamp)}\n{hash}"));
    }

    private static byte[] Hmac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}
