using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BatchResource.Local.Ground.SigV4;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace BatchResource.Local.Iam.Signatures;

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
        var timestamp = Timestamp(request.Headers["X-Amz-Date"]);
        CheckScope(header, timestamp);
        CheckTime(timestamp);
        var signer = Signer(header, request.Headers["X-Amz-Security-Token"].ToString());

        var actualHash = CanonicalRequest.Hash(body);
        var declaredHash = request.Headers[PayloadHash.Header].ToString();
        if (declaredHash.Length > 0 && declaredHash != actualHash && declaredHash != PayloadHash.Unsigned)
            throw SignatureException.Invalid("The provided 'x-amz-content-sha256' header does not match what was computed.");
        var payloadHash = declaredHash.Length > 0 ? declaredHash : actualHash;
        CheckSignature(
            header, timestamp, signer, CanonicalRequest.Build(request, header.SignedHeaders, payloadHash));
        return signer;
    }

    /// <summary>
    /// What signed a request of Amazon S3, whose body is checked as it is read: its hash is declared by a header, or every chunk of it
    /// has a signature. The signature may stand in the query, of a presigned URL.
    /// </summary>
    /// <exception cref="SignatureException">The request is not signed, or not by credentials that are accepted.</exception>
    public VerifiedSignature VerifyHead(HttpRequest request)
    {
        var isPresigned = AuthorizationHeader.IsPresigned(request);
        var header = isPresigned ? AuthorizationHeader.FromQuery(request.Query) : AuthorizationHeader.Parse(request.Headers.Authorization);
        var timestamp = Timestamp(isPresigned ? request.Query["X-Amz-Date"] : request.Headers["X-Amz-Date"]);
        CheckScope(header, timestamp);
        if (isPresigned)
            CheckExpiry(timestamp, request.Query["X-Amz-Expires"].ToString());
        else
            CheckTime(timestamp);
        var token = isPresigned ? request.Query["X-Amz-Security-Token"].ToString() : request.Headers["X-Amz-Security-Token"].ToString();
        var signer = Signer(header, token);

        var payloadHash = request.Headers[PayloadHash.Header].ToString();
        if (payloadHash.Length == 0)
        {
            payloadHash = isPresigned
                ? PayloadHash.Unsigned
                : throw SignatureException.Incomplete($"Missing required header for this request: {PayloadHash.Header}");
        }

        CheckSignature(
            header, timestamp, signer, CanonicalRequest.Build(request, header.SignedHeaders, payloadHash, isPathEncodedOnce: true));
        return new(signer, header, timestamp, new(payloadHash));
    }

    private IssuedCredentials Signer(AuthorizationHeader header, string token)
    {
        var signer = credentials.Find(header.AccessKeyId) ?? throw UnknownToken();
        if (token != (signer.SessionToken ?? ""))
            throw UnknownToken();
        return signer.Expiration <= wallClock.GetUtcNow()
            ? throw new SignatureException("ExpiredTokenException", "The security token included in the request is expired")
            : signer;
    }

    private void CheckSignature(AuthorizationHeader header, string timestamp, IssuedCredentials signer, string canonicalRequest)
    {
        var hash = CanonicalRequest.Hash(Encoding.UTF8.GetBytes(canonicalRequest));
        var expected = header.Sign(signer.SecretAccessKey, $"{AuthorizationHeader.Algorithm}\n{timestamp}\n{header.Scope}\n{hash}");
        if (!CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(expected), Encoding.ASCII.GetBytes(header.Signature)))
        {
            throw SignatureException.Invalid(
                "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and "
                + $"signing method. Consult the service documentation for details.{credentials.Hint}");
        }
    }

    private SignatureException UnknownToken() => SignatureException.UnknownToken(credentials.Hint);

    private static string Timestamp(StringValues given)
    {
        var timestamp = given.ToString();
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
        var (signedAt, now) = (Parse(timestamp), wallClock.GetUtcNow());
        var (first, last) = (Format(now - MaximumSkew), Format(now + MaximumSkew));
        if (signedAt < now - MaximumSkew)
            throw SignatureException.Invalid($"Signature expired: {timestamp} is now earlier than {first} ({Format(now)} - 5 min.)");
        if (signedAt > now + MaximumSkew)
            throw SignatureException.Invalid($"Signature not yet current: {timestamp} is still later than {last} ({Format(now)} + 5 min.)");
    }

    private void CheckExpiry(string timestamp, string expires)
    {
        if (!int.TryParse(expires, CultureInfo.InvariantCulture, out var seconds) || seconds is < 1 or > 604800)
            throw SignatureException.Incomplete($"X-Amz-Expires must be 1 to 604800 seconds, got \"{expires}\"");
        var (signedAt, now) = (Parse(timestamp), wallClock.GetUtcNow());
        if (signedAt > now + MaximumSkew || signedAt.AddSeconds(seconds) < now)
            throw new SignatureException("ExpiredUrl", "Request has expired");
    }

    private static DateTimeOffset Parse(string timestamp)
    {
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        return DateTimeOffset.TryParseExact(timestamp, TimestampFormat, CultureInfo.InvariantCulture, Utc, out var time)
            ? time
            : throw SignatureException.Incomplete($"Date must be in ISO-8601 'basic format'. Got '{timestamp}'.");
    }

    private static string Format(DateTimeOffset time) => time.UtcDateTime.ToString(TimestampFormat, CultureInfo.InvariantCulture);
}
