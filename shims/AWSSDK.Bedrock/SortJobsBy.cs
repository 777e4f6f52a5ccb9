using Amazon.Runtime;

namespace Amazon.Bedrock;

/// <summary>What a list of jobs is sorted by. A value that is not listed here passes through unchanged.</summary>
public class SortJobsBy : ConstantClass
{
    /// <summary>When the job was created.</summary>
    public static readonly SortJobsBy CreationTime = new("CreationTime");

    /// <summary>Wraps a value.</summary>
    public SortJobsBy(string value)
        : base(value)
    {
    }

    /// <summary>Wraps a value; null stays null.</summary>
    public static SortJobsBy FindValue(string value) => value is null ? null : new SortJobsBy(value);

    /// <summary>Wraps a value; null stays null.</summary>
    public static implicit operator SortJobsBy(string value) => FindValue(value);
}
