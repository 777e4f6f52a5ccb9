using BatchResource.Local.Ground.SigV4;

namespace BatchResource.Local.Iam.Signatures;

/// <summary>A signature that was found right, and what it says of the body that is still to be read.</summary>
/// <param name="Signer">Who signed.</param>
/// <param name="Header">The signature and its scope.</param>
/// <param name="Timestamp">The time of signing, as it stands in the request.</param>
/// <param name="Payload">How the body is signed.</param>
internal sealed record VerifiedSignature(IssuedCredentials Signer, AuthorizationHeader Header, string Timestamp, PayloadHash Payload)
{
    private const string EmptyHash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private string previous = Header.Signature;

    /// <summary>Checks the signature of the next chunk.</summary>
    /// <exception cref="SignatureException">It is not the one that continues the chain.</exception>
    public void CheckChunk(string chunkHash, string? signature) =>
        Check($"AWS4-HMAC-SHA256-PAYLOAD\n{Timestamp}\n{Header.Scope}\n{previous}\n{EmptyHash}\n{chunkHash}", signature);

    /// <summary>Checks the signature of the trailing headers.</summary>
    /// <exception cref="SignatureException">It is not the one that continues the chain.</exception>
    public void CheckTrailer(string trailerHash, string? signature) =>
        Check($"AWS4-HMAC-SHA256-TRAILER\n{Timestamp}\n{Header.Scope}\n{previous}\n{trailerHash}", signature);

    private void Check(string stringToSign, string? signature)
    {
        var expected = Header.Sign(Signer.SecretAccessKey, stringToSign);
        previous = signature == expected
            ? expected
            : throw SignatureException.Invalid("The signature of a chunk does not match what was computed.");
    }
}
