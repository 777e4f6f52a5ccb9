namespace BatchResource.Local.Tool.Accounts;

/// <summary>What a function wrote in one invocation, without what Lambda itself adds.</summary>
internal static class InvocationLog
{
    private const string Start = "START RequestId: ";

    private static readonly string[] PlatformLines = [Start, "END RequestId: ", "REPORT RequestId: "];

    /// <summary>Whether the invocation has ended, as far as the lines tell.</summary>
    public static bool HasEnded(IEnumerable<string> lines, string requestId) =>
        lines.Any(line => line.StartsWith($"REPORT RequestId: {requestId}", StringComparison.Ordinal));

    /// <summary>The lines of one invocation in those of a log stream, where one invocation follows the other.</summary>
    public static IEnumerable<string> Of(IEnumerable<string> stream, string requestId)
    {
        var isInside = false;
        foreach (var line in stream)
        {
            if (line.StartsWith(Start, StringComparison.Ordinal))
                isInside = line.StartsWith(Start + requestId, StringComparison.Ordinal);
            if (isInside)
                yield return line;
        }
    }

    /// <summary>Without the lines that Lambda adds.</summary>
    public static IReadOnlyList<string> WithoutPlatform(IEnumerable<string> lines) =>
        [.. lines.Where(line => !PlatformLines.Any(start => line.StartsWith(start, StringComparison.Ordinal)))];
}
