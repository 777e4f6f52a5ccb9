namespace Amazon.Bedrock.Model;

/// <summary>A tag.</summary>
/// <remarks>https://docs.aws.amazon.com/bedrock/latest/APIReference/API_Tag.html</remarks>
public class Tag
{
    /// <summary>The key: 1 to 128 characters.</summary>
    public string Key { get; set; }

    /// <summary>The value: up to 256 characters.</summary>
    public string Value { get; set; }
}
