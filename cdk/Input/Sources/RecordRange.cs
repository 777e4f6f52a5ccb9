namespace BatchResource.Cdk.Internal;

/// <summary>A part of the records of a source.</summary>
/// <param name="First">The number of the first, from 0.</param>
/// <param name="Count">How many.</param>
internal readonly record struct RecordRange(long First, long Count)
{
    /// <summary>All of them.</summary>
    public static RecordRange All { get; } = new(0, long.MaxValue);

    public bool IsAll => this == All;

    /// <summary>Whether the record with this number is in it.</summary>
    public bool Contains(long number) => number >= First && number - First < Count;

    /// <summary>Whether it ends before the record with this number.</summary>
    public bool EndsBefore(long number) => number >= First && number - First >= Count;
}
