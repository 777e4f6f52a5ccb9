namespace BatchResource.Local.Ground.SigV4;

/// <summary>What <c>x-amz-content-sha256</c> says of a body: its hash, or how it is signed otherwise.</summary>
/// <param name="Value">The header's value.</param>
internal sealed record PayloadHash(string Value)
{
    public const string Header = "x-amz-content-sha256";

    /// <summary>The body is not signed.</summary>
    public const string Unsigned = "UNSIGNED-PAYLOAD";

    /// <summary>The body comes in chunks of the encoding <c>aws-chunked</c>.</summary>
    public bool IsChunked => Value.StartsWith("STREAMING-", StringComparison.Ordinal);

    /// <summary>Each chunk has a signature that continues the one before it.</summary>
    public bool AreChunksSigned => Value.StartsWith("STREAMING-AWS4-HMAC-SHA256-PAYLOAD", StringComparison.Ordinal);

    /// <summary>The hash that the body must have, or null when none is declared.</summary>
    public string? Hash => Value == Unsigned || IsChunked ? null : Value;
}
