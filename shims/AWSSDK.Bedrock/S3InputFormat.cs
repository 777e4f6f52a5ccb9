using Amazon.Runtime;

namespace Amazon.Bedrock;

/// <summary>The format of the input. A value that is not listed here passes through unchanged.</summary>
public class S3InputFormat : ConstantClass
{
    /// <summary>A JSON object on each line.</summary>
    public static readonly S3InputFormat JSONL = new("JSONL");

    /// <summary>Wraps a value.</summary>
    public S3InputFormat(string value)
        : base(value)
    {
    }

    /// <summary>Wraps a value; null stays null.</summary>
    public static S3InputFormat FindValue(string value) => value is null ? null : new S3InputFormat(value);

    /// <summary>Wraps a value; null stays null.</summary>
    public static implicit operator S3InputFormat(string value) => FindValue(value);
}
