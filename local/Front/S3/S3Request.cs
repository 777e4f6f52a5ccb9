using System.Globalization;
using BatchResource.Local.Ground.SigV4;
using BatchResource.Local.Iam.Signatures;
using BatchResource.Local.Iam;
using BatchResource.Local.S3;
using Microsoft.AspNetCore.Http;

namespace BatchResource.Local.Front.S3;

/// <summary>A call of Amazon S3.</summary>
/// <param name="Http">The request and its answer.</param>
/// <param name="Target">The bucket and the key that the URL names; empty for none.</param>
/// <param name="Signature">Who signed, and how the body is signed.</param>
internal sealed record S3Request(HttpContext Http, S3Uri Target, VerifiedSignature Signature)
{
    public string Bucket => Target.Bucket;

    public string Key => Target.Key;

    public CallerIdentity Caller => Signature.Signer.Identity;

    /// <summary>A parameter of the query, or null.</summary>
    public string? Query(string name) => Http.Request.Query.TryGetValue(name, out var value) ? value.ToString() : null;

    public string? Header(string name) => Http.Request.Headers.TryGetValue(name, out var value) ? value.ToString() : null;

    public int Number(string name, int otherwise) => Query(name) is not { Length: > 0 } text
        ? otherwise
        : int.TryParse(text, CultureInfo.InvariantCulture, out var number) && number >= 0
            ? number
            : throw S3Error.InvalidArgument($"{name} must be a whole number, got \"{text}\"");
}
