using Amazon.Runtime;

namespace Amazon.Bedrock;

/// <summary>The direction of a sorted list. A value that is not listed here passes through unchanged.</summary>
public class SortOrder : ConstantClass
{
    /// <summary>Lowest first.</summary>
    public static readonly SortOrder Ascending = new("Ascending");

    /// <summary>Highest first.</summary>
    public static readonly SortOrder Descending = new("Descending");

    /// <summary>Wraps a value.</summary>
    public SortOrder(string value)
        : base(value)
    {
    }

    /// <summary>Wraps a value; null stays null.</summary>
    public static SortOrder FindValue(string value) => value is null ? null : new SortOrder(value);

    /// <summary>Wraps a value; null stays null.</summary>
    public static implicit operator SortOrder(string value) => FindValue(value);
}
