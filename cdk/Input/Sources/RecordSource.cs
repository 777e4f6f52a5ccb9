namespace BatchResource.Cdk.Internal;

/// <summary>Where the records of the app come from: a file, a folder, or the app itself.</summary>
internal abstract class RecordSource
{
    /// <summary>What messages call the whole.</summary>
    public abstract string Name { get; }

    /// <summary>Why there can be no records at all, or null.</summary>
    public virtual string? Absence => null;

    /// <summary>What was left out, for a warning.</summary>
    public virtual IEnumerable<string> LeftOut => [];

    /// <summary>How many records there are.</summary>
    public abstract long Count();

    /// <summary>Hands every record of the range to the checker.</summary>
    public abstract void Read(RecordRange range, RecordChecker checker, Stream? copy);
}
