namespace BatchResource.Local.Ground.SigV4;

/// <summary>The parts of an <c>Authorization</c> header of Signature Version 4.</summary>
internal sealed record AuthorizationHeader(
    string AccessKeyId, string Date, string Region, string Service, IReadOnlyList<string> SignedHeaders, string Signature)
{
    public const string Algorithm = "AWS4-HMAC-SHA256";
    public const string Terminator = "aws4_request";

    /// <summary>What the signature is good for: date, Region, service.</summary>
    public string Scope => $"{Date}/{Region}/{Service}/{Terminator}";

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
