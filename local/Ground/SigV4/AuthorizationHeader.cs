using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace BatchResource.Local.Ground.SigV4;

/// <summary>The parts of an <c>Authorization</c> header of Signature Version 4, or of the query of a presigned URL.</summary>
internal sealed record AuthorizationHeader(
    string AccessKeyId, string Date, string Region, string Service, IReadOnlyList<string> SignedHeaders, string Signature)
{
    public const string Algorithm = "AWS4-HMAC-SHA256";
    public const string Terminator = "aws4_request";

    /// <summary>What the signature is good for: date, Region, service.</summary>
    public string Scope => $"{Date}/{Region}/{Service}/{Terminator}";

    /// <summary>Signs a text with the key that the secret gives for this scope.</summary>
    public string Sign(string secret, string stringToSign)
    {
        var key = Encoding.UTF8.GetBytes("AWS4" + secret);
        foreach (var part in (string[])[Date, Region, Service, Terminator])
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
        return Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(stringToSign)));
    }

    /// <summary>Reads the header.</summary>
    /// <exception cref="SignatureException">It is missing or lacks a part.</exception>
    public static AuthorizationHeader Parse(string? header)
    {
        if (string.IsNullOrWhiteSpace(header))
            throw new SignatureException("MissingAuthenticationTokenException", "Missing Authentication Token");
        if (!header.StartsWith(Algorithm + " ", StringComparison.Ordinal))
            throw SignatureException.Incomplete($"Unsupported AWS 'algorithm': '{header.Split(' ', 2)[0]}'.");

        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in header[Algorithm.Length..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = (part.Split('=', 2)[0], part.Split('=', 2)[^1]);
            parts[name] = value;
        }
        return From(parts);
    }

    /// <summary>Whether the query carries the signature, instead of a header.</summary>
    public static bool IsPresigned(HttpRequest request) => request.Query.ContainsKey("X-Amz-Signature");

    /// <summary>
    /// The service that a request is signed for, by which an endpoint of many services knows which one is called; null when it is not
    /// signed.
    /// </summary>
    public static string? ServiceOf(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        var start = header.IndexOf("Credential=", StringComparison.Ordinal);
        var credential = start >= 0 ? header[(start + 11)..].Split(',', 2)[0] : request.Query["X-Amz-Credential"].ToString();
        return credential.Trim().Split('/') is [_, _, _, var service, Terminator] ? service : null;
    }

    /// <summary>Reads the query of a presigned URL.</summary>
    /// <exception cref="SignatureException">It lacks a part.</exception>
    public static AuthorizationHeader FromQuery(IQueryCollection query)
    {
        if (query["X-Amz-Algorithm"] != Algorithm)
            throw SignatureException.Incomplete($"Unsupported AWS 'algorithm': '{query["X-Amz-Algorithm"]}'.");
        return From(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Credential"] = query["X-Amz-Credential"].ToString(),
            ["SignedHeaders"] = query["X-Amz-SignedHeaders"].ToString(),
            ["Signature"] = query["X-Amz-Signature"].ToString(),
        });
    }

    private static AuthorizationHeader From(Dictionary<string, string> parts)
    {
        var credential = Require(parts, "Credential").Split('/');
        if (credential is not [var accessKeyId, var date, var region, var service, Terminator])
            throw SignatureException.Incomplete($"Credential must have exactly 5 slash-delimited elements, got {credential.Length}.");
        return new AuthorizationHeader(
            accessKeyId, date, region, service, Require(parts, "SignedHeaders").Split(';'), Require(parts, "Signature"));
    }

    private static string Require(Dictionary<string, string> parts, string name) =>
        parts.TryGetValue(name, out var value) && value.Length > 0
            ? value
            : throw SignatureException.Incomplete($"Authorization header requires '{name}' parameter.");
}
