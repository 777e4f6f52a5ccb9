using System.Text.RegularExpressions;
using BatchResource.Local.S3;

namespace BatchResource.Local.ResourceTypes.NestedStacks;

/// <summary>The object that a nested stack's template is, in the forms in which templates name it.</summary>
internal static partial class TemplateUrl
{
    /// <summary>The bucket and key, or null when it is no URL of an object.</summary>
    public static S3Uri? Find(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            return null;
        var path = Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/'));
        if (OwnHost().Match(uri.Host) is { Success: true } match)
            return path.Length > 0 ? new(match.Groups["bucket"].Value, path) : null;
        return path.Split('/', 2) is [{ Length: > 0 } bucket, { Length: > 0 } key] ? new(bucket, key) : null;
    }

    [GeneratedRegex(@"^(?<bucket>[a-z0-9.\-]+?)\.s3([.\-][a-z0-9.\-]+)?\.amazonaws\.com(\.cn)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OwnHost();
}
