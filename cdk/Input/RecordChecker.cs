using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace BatchResource.Cdk.Internal;

/// <summary>
/// Checks the records of a job, file by file, and may copy them into one. Memory is bounded by the longest record and, for the recordIds,
/// by the number of records allowed.
/// </summary>
internal sealed class RecordChecker(BatchInferenceRecordLimits limits)
{
    // A model's request body has at most 25,000,000 bytes; the recordId stands beside it.
    private const int LongestLine = 25_100_000;
    private const int MostProblems = 20;

    private readonly List<string> problems = [];
    private readonly Dictionary<UInt128, (string File, long Line)> recordIds = [];
    private long records;
    private long bytes;
    private long unlisted;

    /// <summary>Checks one file.</summary>
    /// <param name="name">What messages call it.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="copy">Where its lines are copied to, if anywhere, each with a line feed.</param>
    public void Check(string name, Stream content, Stream? copy = null)
    {
        var reader = new LineReader(content, LongestLine);
        for (var number = 1L; reader.TryRead(out var line, out var isCut); number++)
        {
            records++;
            bytes += line.Length + 1;
            copy?.Write(line);
            copy?.WriteByte((byte)'\n');
            string? recordId = null;
            var problem = isCut
                ? $"is longer than {LongestLine.ToString("N0", CultureInfo.InvariantCulture)} bytes, more than any model takes"
                : RecordLine.FindProblem(line, out recordId);
            problem ??= recordId is null ? null : FindEarlier(recordId, name, number);
            if (problem is not null)
            {
                Report($"{name}:{number.ToString(CultureInfo.InvariantCulture)} {problem}");
            }
        }
    }

    /// <summary>Everything that was found, the whole at the end.</summary>
    public IReadOnlyList<string> Problems(string path)
    {
        List<string> all = [.. problems];
        if (unlisted > 0)
        {
            all.Add($"{path}: {Text(unlisted)} more lines have problems");
        }

        if (limits.MinimumRecords < 0 || limits.MinimumRecords > limits.MaximumRecords || limits.MaximumFileSize < 1)
        {
            all.Add($"{path} is held to impossible limits: {limits}");
        }
        else if (records < limits.MinimumRecords || records > limits.MaximumRecords)
        {
            all.Add(
                $"{path} must have {Text(limits.MinimumRecords)}-{Text(limits.MaximumRecords)} records, got {Text(records)} "
                + $"({nameof(BatchInferenceRecordLimits)} holds your model's quotas)");
        }

        if (bytes > limits.MaximumFileSize)
        {
            all.Add($"{path} must have at most {Text(limits.MaximumFileSize)} bytes, got {Text(bytes)}");
        }

        return all;
    }

    // A hash stands for the id, so that the memory does not depend on the ids' length; past the maximum there is a problem anyway.
    private string? FindEarlier(string recordId, string file, long line)
    {
        if (records > limits.MaximumRecords)
        {
            return null;
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(recordId.AsSpan()), hash);
        return recordIds.TryAdd(MemoryMarshal.Read<UInt128>(hash), (file, line)) ? null
            : recordIds[MemoryMarshal.Read<UInt128>(hash)] is var first
                ? $"repeats the recordId \"{recordId}\" of {first.File}:{first.Line.ToString(CultureInfo.InvariantCulture)}"
                : null;
    }

    private void Report(string problem)
    {
        if (problems.Count < MostProblems)
        {
            problems.Add(problem);
        }
        else
        {
            unlisted++;
        }
    }

    private static string Text(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
