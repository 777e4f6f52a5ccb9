namespace BatchResource.Local.Bedrock.Batches;

/// <summary>Reads a job's whole input and says what is wrong with it, or how many records there are.</summary>
internal sealed class InputChecker(ModelInvocationJob job, BatchInput input, RecordProcessor processor, BatchLimits quotas)
{
    private readonly (long MinimumRecords, long MaximumRecords, long MaximumFileSize, long MaximumJobSize) limits =
        quotas.For(job.ModelId);

    private readonly HashSet<string> recordIds = new(StringComparer.Ordinal);

    /// <summary>Checks sizes, then every record, then their number.</summary>
    /// <exception cref="FormatException">A line is no record.</exception>
    public InputCheck Check(CancellationToken cancellationToken)
    {
        if (input.Files.Count == 0)
            return InputCheck.Fail($"No JSONL file was found at S3URI {job.Input.S3Uri}");
        if (SizeProblem() is { } tooLarge)
            return InputCheck.Fail(tooLarge);
        var (records, faulty) = (0L, 0L);
        foreach (var file in input.Files)
        {
            foreach (var record in input.Records(file, records))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (!recordIds.Add(record.RecordId))
                    return InputCheck.Fail($"Batch job contains duplicate recordId: {record.RecordId}");
                if (++records > limits.MaximumRecords)
                    return InputCheck.Fail($"Batch job contains more records than the allowed maximum of: {limits.MaximumRecords}");
                if (processor.ProblemOf(record) is not null)
                    faulty++;
            }
        }
        return records < limits.MinimumRecords
            ? InputCheck.Fail($"Batch job contains less records ({records}) than the required minimum of: {limits.MinimumRecords}")
            : new InputCheck(records, faulty);
    }

    private string? SizeProblem()
    {
        if (input.Files.FirstOrDefault(file => file.Size > limits.MaximumFileSize) is { } file)
            return $"Batch job contains a file of {file.Size} bytes, more than the allowed maximum of: {limits.MaximumFileSize}";
        var size = input.Files.Sum(found => found.Size);
        return size > limits.MaximumJobSize
            ? $"Batch job contains {size} bytes, more than the allowed maximum of: {limits.MaximumJobSize}"
            : null;
    }
}
