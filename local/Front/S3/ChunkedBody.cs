using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BatchResource.Local.Ground.SigV4;
using BatchResource.Local.Iam.Signatures;

namespace BatchResource.Local.Front.S3;

/// <summary>
/// Reads a body of the encoding <c>aws-chunked</c>: chunks with their sizes, signed or not, and trailing headers. See
/// <see href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html">how uploads are signed in chunks</see>.
/// </summary>
internal sealed class ChunkedBody(Stream source, VerifiedSignature signature)
{
    /// <summary>Far above any line that a client writes.</summary>
    private const int MaximumLine = 8192;

    private readonly byte[] buffer = new byte[65536];
    private int start;
    private int end;

    /// <summary>Hands over the bytes of all chunks.</summary>
    /// <returns>The trailing headers by their names in lower case.</returns>
    public async Task<IReadOnlyDictionary<string, string>> ReadAsync(Func<ReadOnlyMemory<byte>, Task> take, CancellationToken cancellation)
    {
        while (true)
        {
            var line = (await LineAsync(cancellation)).Split(';', 2);
            if (!long.TryParse(line[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var size) || size < 0)
                throw S3Error.IncompleteBody();
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            await ChunkAsync(size, hash, take, cancellation);
            if (signature.Payload.AreChunksSigned)
                signature.CheckChunk(Convert.ToHexStringLower(hash.GetCurrentHash()), line.ElementAtOrDefault(1)?.Split('=', 2)[^1]);
            if (size == 0)
                return await TrailersAsync(cancellation);
            await LineAsync(cancellation);
        }
    }

    private async Task ChunkAsync(long size, IncrementalHash hash, Func<ReadOnlyMemory<byte>, Task> take, CancellationToken cancellation)
    {
        while (size > 0)
        {
            if (start == end && !await FillAsync(cancellation))
                throw S3Error.IncompleteBody();
            var count = (int)Math.Min(size, end - start);
            var part = buffer.AsMemory(start, count);
            hash.AppendData(part.Span);
            await take(part);
            (start, size) = (start + count, size - count);
        }
    }

    private async Task<IReadOnlyDictionary<string, string>> TrailersAsync(CancellationToken cancellation)
    {
        var trailers = new Dictionary<string, string>(StringComparer.Ordinal);
        var signed = new StringBuilder();
        string line;
        while ((line = await LineAsync(cancellation, mayEnd: true)).Length > 0)
        {
            var (name, value) = (line.Split(':', 2)[0].Trim().ToLowerInvariant(), line.Split(':', 2)[^1].Trim());
            trailers[name] = value;
            if (name == "x-amz-trailer-signature")
                signature.CheckTrailer(CanonicalRequest.Hash(Encoding.UTF8.GetBytes(signed.ToString())), value);
            else
                signed.Append(name).Append(':').Append(value).Append('\n');
        }
        if (signature.Payload.AreChunksSigned && signed.Length > 0 && !trailers.ContainsKey("x-amz-trailer-signature"))
            throw SignatureException.Invalid("The trailing headers have no signature.");
        return trailers;
    }

    private async Task<string> LineAsync(CancellationToken cancellation, bool mayEnd = false)
    {
        var line = new StringBuilder();
        while (line.Length <= MaximumLine)
        {
            if (start == end && !await FillAsync(cancellation))
                return mayEnd ? line.ToString() : throw S3Error.IncompleteBody();
            var next = (char)buffer[start++];
            if (next == '\n')
                return line.ToString();
            if (next != '\r')
                line.Append(next);
        }
        throw S3Error.IncompleteBody();
    }

    private async Task<bool> FillAsync(CancellationToken cancellation)
    {
        (start, end) = (0, await source.ReadAsync(buffer, cancellation));
        return end > 0;
    }
}
