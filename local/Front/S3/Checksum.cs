using System.IO.Hashing;
using System.Security.Cryptography;

namespace BatchResource.Local.Front.S3;

/// <summary>A checksum that a client asks for by the name of its header, computed while the bytes pass.</summary>
internal sealed class Checksum : IDisposable
{
    private const string Prefix = "x-amz-checksum-";

    private readonly IncrementalHash? cryptographic;
    private readonly NonCryptographicHashAlgorithm? cyclic;

    private Checksum(string header, IncrementalHash hash) => (Header, cryptographic) = (header, hash);

    private Checksum(string header, NonCryptographicHashAlgorithm hash) => (Header, cyclic) = (header, hash);

    /// <summary>The header that carries it.</summary>
    public string Header { get; }

    /// <summary>The checksum of a header, or null when the header carries none that is known here.</summary>
    public static Checksum? For(string header) => header.ToLowerInvariant() switch
    {
        Prefix + "crc32" => new(header, new Crc32()),
        Prefix + "sha1" => new(header, IncrementalHash.CreateHash(HashAlgorithmName.SHA1)),
        Prefix + "sha256" => new(header, IncrementalHash.CreateHash(HashAlgorithmName.SHA256)),
        Prefix + "crc32c" => new(header, new Crc32(Crc32ParameterSet.Crc32C)),
        Prefix + "crc64nvme" => new(header, new Crc64(Crc64ParameterSet.Nvme)),
        _ => null,
    };

    public void Append(ReadOnlySpan<byte> bytes)
    {
        cryptographic?.AppendData(bytes);
        cyclic?.Append(bytes);
    }

    /// <summary>The checksum of everything so far, as the header has it.</summary>
    public string Value()
    {
        if (cryptographic is not null)
            return Convert.ToBase64String(cryptographic.GetCurrentHash());
        var bytes = cyclic!.GetCurrentHash();
        // The library writes CRCs with the lowest byte first, the header has the highest first.
        Array.Reverse(bytes);
        return Convert.ToBase64String(bytes);
    }

    public void Dispose() => cryptographic?.Dispose();
}
