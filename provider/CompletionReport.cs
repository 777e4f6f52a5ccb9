using System.Globalization;
using BatchResource.Contract;
using BatchResource.Provider.Jobs;

namespace BatchResource.Provider;

/// <summary>
/// What is known about the end of a job. The physical id of the resource that reports it contains it. So the attributes keep their values
/// after Bedrock has forgotten the job.
/// </summary>
internal sealed record CompletionReport(string Status, RecordCounts Records)
{
    /// <summary>The report for a job that Bedrock has forgotten, if nothing was kept.</summary>
    public static readonly CompletionReport Forgotten = new(string.Empty, RecordCounts.Unknown);

    private const string Prefix = "end:";

    public static CompletionReport Of(Job job) => new(job.Status.Name, job.Records ?? RecordCounts.Unknown);

    /// <summary>Reads what <see cref="PhysicalIdFor"/> wrote about the job; null if the id says nothing about it.</summary>
    public static CompletionReport? In(string? physicalId, JobArn job)
    {
        var start = $"{Prefix}{job}:";
        if (physicalId is null || !physicalId.StartsWith(start, StringComparison.Ordinal))
        {
            return null;
        }

        return physicalId[start.Length..].Split(':') is [{ Length: > 0 } status, var total, var processed, var success, var error]
            && Parse(total) is { } t && Parse(processed) is { } p && Parse(success) is { } s && Parse(error) is { } e
                ? new CompletionReport(status, new RecordCounts(t, p, s, e))
                : null;

        static long? Parse(string text) =>
            long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    public string PhysicalIdFor(JobArn job) => string.Create(
        CultureInfo.InvariantCulture, $"{Prefix}{job}:{Status}:{Records.Total}:{Records.Processed}:{Records.Success}:{Records.Error}");

    public KeyValuePair<string, string>[] Attributes() =>
    [
        new(CompletionAttributeNames.Status, Status),
        new(CompletionAttributeNames.TotalRecordCount, Number(Records.Total)),
        new(CompletionAttributeNames.ProcessedRecordCount, Number(Records.Processed)),
        new(CompletionAttributeNames.SuccessRecordCount, Number(Records.Success)),
        new(CompletionAttributeNames.ErrorRecordCount, Number(Records.Error)),
    ];

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
