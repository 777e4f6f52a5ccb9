using System.Globalization;
using System.Security.Cryptography;
using BatchResource.Local.Ground.RestJson;
using BatchResource.Local.Ground.SigV4;

namespace BatchResource.Local.Front.S3;

/// <summary>The bytes that a request brings, received into a file and checked against everything that the request says of them.</summary>
/// <param name="File">The file; the receiver moves or deletes it.</param>
/// <param name="Size">How many bytes there are.</param>
/// <param name="Md5">Their MD5 in lower-case hex, which is the entity tag.</param>
/// <param name="Checksums">The checksums that the client sent, by their headers.</param>
internal sealed record ObjectBody(string File, long Size, string Md5, IReadOnlyDictionary<string, string> Checksums)
{
    /// <summary>Receives it.</summary>
    /// <exception cref="ServiceException">It is not what the request says.</exception>
    public static async Task<ObjectBody> ReceiveAsync(S3Request request, string file)
    {
        try
        {
            return await WriteAsync(request, file);
        }
        catch
        {
            System.IO.File.Delete(file);
            throw;
        }
    }

    private static async Task<ObjectBody> WriteAsync(S3Request request, string file)
    {
        var cancellation = request.Http.RequestAborted;
        // Entity tags are MD5: nothing is protected by them.
        using var md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        using var sha256 = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var announced = request.Http.Request.Headers.Select(header => header.Key)
            .Concat((request.Header("x-amz-trailer") ?? "").Split(',').Select(name => name.Trim()));
        var checksums = announced.Select(name => Checksum.For(name.ToLowerInvariant())).OfType<Checksum>().ToList();
        IReadOnlyDictionary<string, string> trailers = new Dictionary<string, string>();
        long size = 0;
        await using (var output = System.IO.File.Create(file))
        {
            if (request.Signature.Payload.IsChunked)
                trailers = await new ChunkedBody(request.Http.Request.Body, request.Signature).ReadAsync(TakeAsync, cancellation);
            else
                await PlainAsync(request, TakeAsync, cancellation);

            async Task TakeAsync(ReadOnlyMemory<byte> bytes)
            {
                md5.AppendData(bytes.Span);
                sha256.AppendData(bytes.Span);
                foreach (var checksum in checksums)
                    checksum.Append(bytes.Span);
                size += bytes.Length;
                await output.WriteAsync(bytes, cancellation);
            }
        }

        var length = request.Header("x-amz-decoded-content-length");
        if (length is not null && length != size.ToString(CultureInfo.InvariantCulture))
            throw S3Error.IncompleteBody();
        var hash = md5.GetCurrentHash();
        if (request.Header("Content-MD5") is { } given && given != Convert.ToBase64String(hash))
            throw S3Error.BadDigest("Content-MD5");
        if (request.Signature.Payload.Hash is { } declared && declared != Convert.ToHexStringLower(sha256.GetCurrentHash()))
        {
            throw new ServiceException(
                400, "XAmzContentSHA256Mismatch", $"The provided '{PayloadHash.Header}' header does not match what was computed.");
        }
        return new(file, size, Convert.ToHexStringLower(hash), Checked(request, checksums, trailers));
    }

    private static async Task PlainAsync(S3Request request, Func<ReadOnlyMemory<byte>, Task> takeAsync, CancellationToken cancellation)
    {
        var buffer = new byte[65536];
        int count;
        while ((count = await request.Http.Request.Body.ReadAsync(buffer, cancellation)) > 0)
            await takeAsync(buffer.AsMemory(0, count));
    }

    private static Dictionary<string, string> Checked(
        S3Request request, List<Checksum> checksums, IReadOnlyDictionary<string, string> trailers)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var checksum in checksums)
        {
            using (checksum)
            {
                var given = request.Header(checksum.Header) ?? trailers.GetValueOrDefault(checksum.Header);
                if (given != checksum.Value())
                    throw S3Error.BadDigest(checksum.Header);
                values[checksum.Header] = given;
            }
        }
        return values;
    }
}
