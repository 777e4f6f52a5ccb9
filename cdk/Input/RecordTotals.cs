using System.Globalization;
using BatchResource.Contract;

namespace BatchResource.Cdk.Internal;

/// <summary>
/// Holds the number and size of a job's records to the quotas: those that the app gives, or else the table's. Where the table only guesses,
/// because it does not know the model, it warns.
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
            ? [$"{path} is held to impossible limits: {Text(minimumRecords)}-{Text(MaximumRecords)} records, {Text(maximumFileSize)} bytes"]
            : All(path, records, bytes).Where(problem => !problem.IsGuess).Select(problem => problem.Text);

    public IEnumerable<string> Warnings(string path, long records, long bytes)
    {
        foreach (var problem in All(path, records, bytes).Where(problem => problem.IsGuess))
        {
            yield return problem.Text;
        }

        if (limits.MaximumRecords is null && records > quotas.CertainRecords && records <= MaximumRecords)
        {
            yield return $"{path} has {Text(records)} records. AWS has documented {Text(quotas.CertainRecords)} as the default for the "
                + $"model, and given accounts {Text(MaximumRecords)}: look up yours in Service Quotas, and put it into {Limits}";
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
                $"{Number(path, records, limits.MinimumRecords is null)}; {Limits} takes another quota", IsGuess(limits.MinimumRecords));
        }
        else if (records > MaximumRecords)
        {
            yield return (
                Number(path, records, limits.MaximumRecords is null)
                + $": {Split(MaximumRecords)} makes inputs of several jobs of them; {Limits} takes a raised quota",
                IsGuess(limits.MaximumRecords));
        }

        if (bytes > maximumFileSize)
        {
            yield return (
                $"{path} must have at most {Text(maximumFileSize)} bytes, got {Text(bytes)}: the records become one file. "
                + $"{nameof(BatchInferenceInput.Split)} makes inputs of several jobs of them; a job over several files needs them in a "
                + $"bucket ({nameof(BatchInferenceInput.FromBucket)})",
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
