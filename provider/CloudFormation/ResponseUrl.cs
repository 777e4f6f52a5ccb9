using System.Globalization;

namespace BatchResource.Provider.CloudFormation;

/// <summary>
/// The presigned URL for the answer. Its query is a credential: anyone who has it can answer for the resource. So the text form of this
/// type does not show it (L2).
/// </summary>
internal sealed class ResponseUrl
{
    private const string DateParameter = "X-Amz-Date=";
    private const string DateFormat = "yyyyMMdd'T'HHmmss'Z'";

    private ResponseUrl(Uri uri)
    {
        Uri = uri;
        IssuedAt = ReadDate(uri.Query);
    }

    /// <summary>The URL exactly as given. The path contains %3A and %7C, and another encoding of them would break the signature.</summary>
    public Uri Uri { get; }

    /// <summary>When the URL was signed, which is when CloudFormation issued the event; null if the URL does not say it.</summary>
    public DateTimeOffset? IssuedAt { get; }

    /// <summary>The part that may be shown.</summary>
    public string Host => Uri.Host;

    /// <summary>Reads a URL; null if no answer can be sent to it.</summary>
    public static ResponseUrl? TryParse(string? text)
    {
        var options = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true };
        return Uri.TryCreate(text, options, out var uri) && uri.Scheme is "https" or "http" ? new ResponseUrl(uri!) : null;
    }

    public override string ToString() => $"{Uri.Scheme}://{Uri.Host}/...";

    private static DateTimeOffset? ReadDate(string query)
    {
        var start = query.IndexOf(DateParameter, StringComparison.OrdinalIgnoreCase);
        if (start < 0)
        {
            return null;
        }

        var value = query.AsSpan(start + DateParameter.Length);
        var end = value.IndexOf('&');
        return DateTimeOffset.TryParseExact(
            end < 0 ? value : value[..end],
            DateFormat,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var date)
            ? date
            : null;
    }
}
