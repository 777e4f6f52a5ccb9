using System.Globalization;
using BatchResource.Contract;

namespace BatchResource.Cdk.Internal;

/// <summary>
/// Checks the number and size of a job's records against the quotas: the app's own, or those of the table. If the table does not know the
/// model, its numbers are a guess, and it only warns.
/// </summary>
internal sealed class RecordTotals(RecordRules rules, BatchInferenceRecordLimits limits)
{
    private readonly BatchQuotas quotas = rules.Quotas;
    private readonly long minimumRecords = limits.MinimumRecords ?? BatchQuotas.MinimumRecords;
    private readonly long maximumFileSize = limits.MaximumFileSize ?? BatchQuotas.MaximumFileSize;

    public long MaximumRecords { get; } = limits.MaximumRecords ?? rules.Quotas.MaximumRecords;

    private string Whose => rules.FoundationModelId is { } model && quotas.IsKnown ? $"AWS's default for {model}" : "AWS's usual default";

    public IEnumerable<string> Errors(string path, long records, long bytes) =>
        minimumRecords < 0 || minimumRecords > MaximumRecords || maximumFileSize < 1
            ? [$"{path} has limits that no input can keep: {Text(minimumRecords)}-{Text(MaximumRecords)} records, "
                + $"{Text(maximumFileSize)} bytes"]
            : All(path, records, bytes).Where(problem => !problem.IsGuess).Select(problem => problem.Text);

    public IEnumerable<string> Warnings(string path, long records, long bytes)
    {
        foreach (var problem in All(path, records, bytes).Where(problem => problem.IsGuess))
        {
            yield return problem.Text;
        }

        if (limits.MaximumRecords is null && records > quotas.CertainRecords && records <= MaximumRecords)
        {
            yield return $"{path} has {Text(records)} records. AWS documents {Text(quotas.CertainRecords)} as the default for the model, "
                + $"but some accounts have {Text(MaximumRecords)}: look up your quota in Service Quotas, and set it in {Limits}";
        }
    }

    private static string Limits => nameof(BatchInferenceRecordLimits);

    private static string Split(long records) =>
        $"{nameof(BatchInferenceInput)}.{nameof(BatchInferenceInput.Split)}({records.ToString(CultureInfo.InvariantCulture)})";

    private IEnumerable<(string Text, bool IsGuess)> All(string path, long records, long bytes)
    {
        if (records < minimumRecords)
        {
            yield return (
                $"{Number(path, records, limits.MinimumRecords is null)}; if your quota differs, set it in {Limits}",
                IsGuess(limits.MinimumRecords));
        }
        else if (records > MaximumRecords)
        {
            yield return (
                Number(path, records, limits.MaximumRecords is null)
                + $": split them into several jobs with {Split(MaximumRecords)}; if your quota is higher, set it in {Limits}",
                IsGuess(limits.MaximumRecords));
        }

        if (bytes > maximumFileSize)
        {
            yield return (
                $"{path} must have at most {Text(maximumFileSize)} bytes, got {Text(bytes)}, because the records become one file: "
                + $"split them into several jobs with {nameof(BatchInferenceInput.Split)}, or put several files into a bucket and use "
                + $"{nameof(BatchInferenceInput.FromBucket)}",
                IsGuess(limits.MaximumFileSize));
        }
    }

    private bool IsGuess(long? given) => given is null && !quotas.IsKnown;

    private string Number(string path, long records, bool isDefault)
    {
        var whose = isDefault ? $" ({Whose})" : string.Empty;
        return $"{path} must have {Text(minimumRecords)}-{Text(MaximumRecords)} records{whose}, got {Text(records)}";
    }

    private static string Text(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
