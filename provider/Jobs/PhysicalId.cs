using System.Globalization;

namespace BatchResource.Provider.Jobs;

/// <summary>
/// The markers for a job that was not created (L9). A marker names the event of the Create. So the following Delete touches only jobs that
/// this event may have started, and knows whether such a job may still appear.
/// </summary>
internal static class PhysicalId
{
    private const string NoJobPrefix = "no-job:";
    private const string UnknownJobPrefix = "unknown-job:";
    private const char Separator = '@';
    private const string TimeFormat = "yyyyMMdd'T'HHmmss'Z'";

    /// <summary>The Create failed and certainly started nothing.</summary>
    public static string NoJob(string requestId, DateTimeOffset? issuedAt) => NoJobPrefix + EventOf(requestId, issuedAt);

    /// <summary>The Create failed, and it is unknown whether Bedrock started a job.</summary>
    public static string UnknownJob(string requestId, DateTimeOffset? issuedAt) => UnknownJobPrefix + EventOf(requestId, issuedAt);

    public static bool IsNoJob(string physicalResourceId) => physicalResourceId.StartsWith(NoJobPrefix, StringComparison.Ordinal);

    /// <summary>The event in a marker, without a time if the event had none; null for an id that is not a marker.</summary>
    public static MarkedEvent? ReadMarker(string physicalResourceId)
    {
        var prefix = IsNoJob(physicalResourceId) ? NoJobPrefix
            : physicalResourceId.StartsWith(UnknownJobPrefix, StringComparison.Ordinal) ? UnknownJobPrefix
            : null;
        if (prefix is null)
        {
            return null;
        }

        var named = physicalResourceId[prefix.Length..];
        var separator = named.LastIndexOf(Separator);
        return separator >= 0 && ReadTime(named.AsSpan(separator + 1)) is { } issuedAt
            ? new MarkedEvent(named[..separator], issuedAt)
            : new MarkedEvent(named, null);
    }

    private static string EventOf(string requestId, DateTimeOffset? issuedAt) => issuedAt is { } time
        ? $"{requestId}{Separator}{time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture)}"
        : requestId;

    private static DateTimeOffset? ReadTime(ReadOnlySpan<char> text) => DateTimeOffset.TryParseExact(
        text,
        TimeFormat,
        CultureInfo.InvariantCulture,
        DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
        out var time)
        ? time
        : null;
}
