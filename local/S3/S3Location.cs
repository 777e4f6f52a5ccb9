using System.Text.RegularExpressions;

namespace BatchResource.Local.S3;

/// <summary>Finds the bucket and the key that a URL names, in every form in which clients write it.</summary>
internal static partial class S3Location
{
    /// <summary>The bucket and key of a request.</summary>
    /// <param name="host">The host, with or without a port: the endpoint, or the bucket's own.</param>
    /// <param name="path">The path as it was sent.</param>
    public static S3Uri Of(string host, string path)
    {
        var name = host.Split(':')[0];
        var key = path.TrimStart('/');
        if (VirtualHost().Match(name) is { Success: true } match)
            return new(match.Groups["bucket"].Value, Uri.UnescapeDataString(path.Length > 0 ? path[1..] : ""));
        var parts = key.Split('/', 2);
        return new(Uri.UnescapeDataString(parts[0]), parts.Length > 1 ? Uri.UnescapeDataString(parts[1]) : "");
    }

    /// <summary>The object that a URL names, at the official address or at any endpoint; null when it is no URL of an object.</summary>
    public static S3Uri? Find(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            && Of(uri.Host, uri.AbsolutePath) is { Bucket.Length: > 0, Key.Length: > 0 } found
            ? found
            : null;

    /// <summary><c>BUCKET.s3.REGION.amazonaws.com</c> with its older and dual-stack forms, and <c>BUCKET.localhost</c>.</summary>
    [GeneratedRegex(
        @"^(?<bucket>[a-z0-9][a-z0-9.\-]+?)\.(s3([.\-](dualstack\.)?[a-z0-9\-]+)?\.amazonaws\.com(\.cn)?|(s3\.)?localhost)$",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex VirtualHost();
}
