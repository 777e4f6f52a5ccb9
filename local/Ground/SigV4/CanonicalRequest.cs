using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace BatchResource.Local.Ground.SigV4;

/// <summary>
/// A request in the form that both sides sign. See
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">how requests are signed</see>.
/// </summary>
internal static class CanonicalRequest
{
    /// <summary>Builds it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="signedHeaders">The headers that are signed, in their order.</param>
    /// <param name="payloadHash">The hash of the body, or what stands for it.</param>
    /// <param name="isPathEncodedOnce">As Amazon S3 has it; every other service encodes each segment once more than it is sent.</param>
    public static string Build(HttpRequest request, IReadOnlyList<string> signedHeaders, string payloadHash, bool isPathEncodedOnce = false)
    {
        var target = request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Split('?', 2);
        var headers = new StringBuilder();
        foreach (var name in signedHeaders)
            headers.Append(name).Append(':').Append(HeaderValue(request, name)).Append('\n');
        var query = target.Length > 1 ? Query(target[1]) : "";
        var path = isPathEncodedOnce ? Segments(target[0], Recode) : Segments(target[0], Uri.EscapeDataString);
        return string.Join('\n', request.Method, path, query, headers, string.Join(';', signedHeaders), payloadHash);
    }

    public static string Hash(ReadOnlySpan<byte> data) => Convert.ToHexStringLower(SHA256.HashData(data));

    private static string Segments(string path, Func<string, string> encode) => string.Join('/', path.Split('/').Select(encode));

    private static string Query(string query) => string.Join('&', query
        .Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('=', 2))
        .Select(pair => (Name: Recode(pair[0]), Value: pair.Length > 1 ? Recode(pair[1]) : ""))
        .Where(pair => pair.Name != "X-Amz-Signature")
        .OrderBy(pair => pair.Name, StringComparer.Ordinal)
        .ThenBy(pair => pair.Value, StringComparer.Ordinal)
        .Select(pair => $"{pair.Name}={pair.Value}"));

    private static string Recode(string text) => Uri.EscapeDataString(Uri.UnescapeDataString(text));

    private static string HeaderValue(HttpRequest request, string name)
    {
        if (!request.Headers.TryGetValue(name, out var values))
            throw SignatureException.Incomplete($"Signed header '{name}' is missing from the request.");
        return string.Join(',', values.Select(value => string.Join(' ', (value ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))));
    }
}
