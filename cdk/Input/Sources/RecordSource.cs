namespace BatchResource.Cdk.Internal;

/// <summary>Where the records of the app come from: a file, a folder, or the app itself.</summary>
internal abstract class RecordSource
{
    /// <summary>The name of the source in messages.</summary>
    public abstract string Name { get; }

    /// <summary>Why there are no records at all, or null.</summary>
    public virtual string? Absence => null;

    /// <summary>A warning about files that were left out.</summary>
    public virtual IEnumerable<string> LeftOut => [];

    /// <summary>How many records there are.</summary>
    public abstract long Count();

    /// <summary>Gives every record of the range to the checker.</summary>
    public abstract void Read(RecordRange range, RecordChecker checker, Stream? copy);
}
