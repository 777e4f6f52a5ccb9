using Amazon.Runtime;

namespace Amazon.Bedrock;

/// <summary>How each record of the input is handed to the model. A value that is not listed here passes through unchanged.</summary>
public class ModelInvocationType : ConstantClass
{
    /// <summary>In the form of the model itself.</summary>
    public static readonly ModelInvocationType InvokeModel = new("InvokeModel");

    /// <summary>In the form of the Converse API.</summary>
    public static readonly ModelInvocationType Converse = new("Converse");

    /// <summary>Wraps a value.</summary>
    public ModelInvocationType(string value)
        : base(value)
    {
    }

    /// <summary>Wraps a value; null stays null.</summary>
    public static ModelInvocationType FindValue(string value) => value is null ? null : new ModelInvocationType(value);

    /// <summary>Wraps a value; null stays null.</summary>
    public static implicit operator ModelInvocationType(string value) => FindValue(value);
}
