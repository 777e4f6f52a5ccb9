using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using BatchResource.Contract;

namespace BatchResource.Cdk.Internal;

/// <summary>
/// Checks the records of a job, one after the other. The memory it needs is limited by the longest record and, for the recordIds, by the
/// number of records allowed.
/// </summary>
internal sealed class RecordChecker(RecordRules rules, BatchInferenceRecordLimits limits)
{
    private readonly RecordScanner scanner = new(rules);
    private readonly RecordFindings findings = new();
    private readonly List<RecordProblem> problems = [];
    private readonly Dictionary<ulong, long> recordIds = [];
    private readonly List<(string File, long FirstRecord, long FirstLine)> files = [];
    private readonly RecordTotals totals = new(rules, limits);
    private long records;
    private long bytes;

    /// <summary>Checks one record.</summary>
    /// <param name="file">The name of its file in messages.</param>
    /// <param name="number">The number of its line.</param>
    /// <param name="line">The line without its line feed.</param>
    /// <param name="isCut">Whether the line is longer than the part given.</param>
    public void Check(string file, long number, ReadOnlySpan<byte> line, bool isCut)
    {
        Begin(file, number);
        bytes += line.Length + 1;
        if (isCut)
        {
            findings.Add(file, number, new($"is longer than {Text(line.Length)} bytes, which no model accepts"));
            return;
        }

        problems.Clear();
        var recordId = scanner.Scan(line, problems);
        foreach (var problem in problems)
        {
            findings.Add(file, number, problem);
        }

        if (recordId is not null && FindEarlier(recordId) is { } earlier)
        {
            findings.Add(file, number, new($"repeats the recordId \"{recordId}\" of {earlier}") { Kind = "repeat a recordId" });
        }
    }

    /// <summary>Subtracts the line feed that the last line does not have.</summary>
    public void LastLineHasNoEnd() => bytes--;

    /// <summary>Adds the problem of a record that could not be written.</summary>
    public void Report(string file, long number, RecordProblem problem)
    {
        Begin(file, number);
        findings.Add(file, number, problem);
    }

    /// <summary>All errors; those about all records together come last.</summary>
    public IReadOnlyList<string> Errors(string path) => [.. findings.All(areWarnings: false), .. totals.Errors(path, records, bytes)];

    /// <summary>Every warning.</summary>
    public IReadOnlyList<string> Warnings(string path) => [.. findings.All(areWarnings: true), .. totals.Warnings(path, records, bytes)];

    private void Begin(string file, long number)
    {
        if (files.Count == 0 || !string.Equals(files[^1].File, file, StringComparison.Ordinal))
        {
            files.Add((file, records, number));
        }

        records++;
    }

    // A hash stands for the id, so that long ids need no more memory. Above the maximum there is a problem anyway.
    private string? FindEarlier(string recordId)
    {
        if (records > totals.MaximumRecords)
        {
            return null;
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(recordId.AsSpan()), hash);
        var key = MemoryMarshal.Read<ulong>(hash);
        return recordIds.TryAdd(key, records - 1) ? null : PlaceOf(recordIds[key]);
    }

    private string PlaceOf(long record)
    {
        var (file, firstRecord, firstLine) = files.FindLast(candidate => candidate.FirstRecord <= record);
        return $"{file}:{(record - firstRecord + firstLine).ToString(CultureInfo.InvariantCulture)}";
    }

    private static string Text(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
