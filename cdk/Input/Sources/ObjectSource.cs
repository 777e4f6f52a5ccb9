namespace BatchResource.Cdk.Internal;

/// <summary>Records that the app makes, one at a time.</summary>
internal sealed class ObjectSource(IEnumerable<BatchInferenceRecord> records) : RecordSource
{
    public override string Name => nameof(BatchInferenceInput.FromRecords);

    public override long Count() => records.LongCount();

    public override void Read(RecordRange range, RecordChecker checker, Stream? copy)
    {
        var json = new RecordJson();
        var number = 0L;
        foreach (var record in records)
        {
            if (range.EndsBefore(number))
            {
                return;
            }

            if (range.Contains(number++))
            {
                Read(record, number, json, checker, copy);
            }
        }
    }

    private void Read(BatchInferenceRecord? record, long number, RecordJson json, RecordChecker checker, Stream? copy)
    {
        if (record is null)
        {
            checker.Report(Name, number, new RecordProblem("is null"));
            return;
        }

        var line = json.Write(record, out var problem);
        if (problem is { } unwritable)
        {
            checker.Report(Name, number, unwritable);
            return;
        }

        checker.Check(Name, number, line, isCut: false);
        copy?.Write(line);
        copy?.WriteByte((byte)'\n');
    }
}
