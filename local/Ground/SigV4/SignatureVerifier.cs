using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BatchResource.Local.Iam;
using Microsoft.AspNetCore.Http;

namespace BatchResource.Local.Ground.SigV4;

/// <summary>Checks Signature Version 4 of a request, and so learns who sent it.</summary>
/// <param name="credentials">Whose signatures are accepted.</param>
/// <param name="region">The Region that signatures must be scoped to.</param>
/// <param name="service">The service that signatures must be scoped to.</param>
/// <param name="wallClock">The machine's time: clients stamp their signatures with theirs, not with the local AWS's.</param>
internal sealed class SignatureVerifier(CredentialStore credentials, string region, string service, TimeProvider wallClock)
{
    private const string TimestampFormat = "yyyyMMdd'T'HHmmss'Z'";

    private static readonly TimeSpan MaximumSkew = TimeSpan.FromMinutes(5);

    /// <summary>The credentials that signed the request.</summary>
    /// <exception cref="SignatureException">The request is not signed, or not by credentials that are accepted.</exception>
    public IssuedCredentials Verify(HttpRequest request, ReadOnlySpan<byte> body)
    {
        var header = AuthorizationHeader.Parse(request.Headers.Authorization);
        var timestamp = Timestamp(request);
        CheckScope(header, timestamp);
        CheckTime(timestamp);

        var signer = credentials.Find(header.AccessKeyId) ?? throw SignatureException.UnknownToken();
        var token = request.Headers["X-Amz-Security-Token"].ToString();
        if (token != (signer.SessionToken ?? ""))
            throw SignatureException.UnknownToken();
        if (signer.Expiration <= wallClock.GetUtcNow())
            throw new SignatureException("ExpiredTokenException", "The security token included in the request is expired");

        var expected = Sign(request, body, header, timestamp, signer.SecretAccessKey);
        if (!CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(expected), Encoding.ASCII.GetBytes(header.Signature)))
        {
            throw SignatureException.Invalid(
                "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and "
                + "signing method. Consult the service documentation for details.");
        }
        return signer;
    }

    private static string Timestamp(HttpRequest request)
    {
        var timestamp = request.Headers["X-Amz-Date"].ToString();
        return timestamp.Length > 0
            ? timestamp
            : throw SignatureException.Incomplete("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
    }

    private void CheckScope(AuthorizationHeader header, string timestamp)
    {
        if (header.Region != region)
            throw SignatureException.Invalid($"Credential should be scoped to a valid Region, not '{header.Region}' but '{region}'.");
        if (header.Service != service)
            throw SignatureException.Invalid($"Credential should be scoped to correct service: '{service}'.");
        if (header.Date.Length != 8 || !timestamp.StartsWith(header.Date, StringComparison.Ordinal))
            throw SignatureException.Invalid($"Date in Credential scope does not match the date of the request: '{header.Date}'.");
        if (!header.SignedHeaders.Contains("host", StringComparer.Ordinal))
            throw SignatureException.Invalid("'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
    }

    private void CheckTime(string timestamp)
    {
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (!DateTimeOffset.TryParseExact(timestamp, TimestampFormat, CultureInfo.InvariantCulture, Utc, out var signedAt))
            throw SignatureException.Incomplete($"Date must be in ISO-8601 'basic format'. Got '{timestamp}'.");
        var now = wallClock.GetUtcNow();
        var (first, last) = (Format(now - MaximumSkew), Format(now + MaximumSkew));
        if (signedAt < now - MaximumSkew)
            throw SignatureException.Invalid($"Signature expired: {timestamp} is now earlier than {first} ({Format(now)} - 5 min.)");
        if (signedAt > now + MaximumSkew)
            throw SignatureException.Invalid($"Signature not yet current: {timestamp} is still later than {last} ({Format(now)} + 5 min.)");
    }

    private static string Sign(HttpRequest request, ReadOnlySpan<byte> body, AuthorizationHeader header, string timestamp, string secret)
    {
        var actualHash = CanonicalRequest.Hash(body);
        var declaredHash = request.Headers["X-Amz-Content-Sha256"].ToString();
        if (declaredHash.Length > 0 && declaredHash != actualHash && declaredHash != "UNSIGNED-PAYLOAD")
            throw SignatureException.Invalid("The provided 'x-amz-content-sha256' header does not match what was computed.");

        var canonical = CanonicalRequest.Build(request, header.SignedHeaders, declaredHash.Length > 0 ? declaredHash : actualHash);
        var canonicalHash = CanonicalRequest.Hash(Encoding.UTF8.GetBytes(canonical));
        var key = Encoding.UTF8.GetBytes("AWS4" + secret);
        foreach (var part in (string[])[header.Date, header.Region, header.Service, AuthorizationHeader.Terminator])
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
        var stringToSign = $"{AuthorizationHeader.Algorithm}\n{timestamp}\n{header.Scope}\n{canonicalHash}";
        return Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(stringToSign)));
    }

    private static string Format(DateTimeOffset time) => time.UtcDateTime.ToString(TimestampFormat, CultureInfo.InvariantCulture);
}
