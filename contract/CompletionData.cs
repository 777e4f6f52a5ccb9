using System.Globalization;

namespace BatchResource.Contract;

/// <summary>
/// The data of the signal that a job has ended: <c>|Completed|100|100|98|2|</c>. CloudFormation hands it out within a JSON map of text,
/// from which a template can only cut: the fields are those between the bars, counted from 1, whatever stands around them.
/// </summary>
public static class CompletionData
{
    /// <summary>What stands before, between and after the fields.</summary>
    public const string Separator = "|";

    /// <summary>The field of the job's final status.</summary>
    public const int Status = 1;

    /// <summary>The field of the number of records in the input.</summary>
    public const int TotalRecordCount = 2;

    /// <summary>The field of the number of records that were processed, successfully or not.</summary>
    public const int ProcessedRecordCount = 3;

    /// <summary>The field of the number of records with a result.</summary>
    public const int SuccessRecordCount = 4;

    /// <summary>The field of the number of records with an error.</summary>
    public const int ErrorRecordCount = 5;

    /// <summary>Writes the fields; a count that Bedrock does not tell is 0.</summary>
    public static string Write(
        string status, long? totalRecordCount, long? processedRecordCount, long? successRecordCount, long? errorRecordCount) =>
        string.Join(
            Separator,
            string.Empty,
            status,
            Text(totalRecordCount),
            Text(processedRecordCount),
            Text(successRecordCount),
            Text(errorRecordCount),
            string.Empty);

    private static string Text(long? count) => (count ?? 0).ToString(CultureInfo.InvariantCulture);
}
