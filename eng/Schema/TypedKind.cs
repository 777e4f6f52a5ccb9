namespace BatchResource.Schema;

/// <summary>One type that a value may have.</summary>
internal abstract record TypedKind
{
    /// <summary>A value that the CDK resolves later.</summary>
    public sealed record Token : TypedKind;

    /// <summary>string, number or boolean.</summary>
    public sealed record Scalar(string Name) : TypedKind;

    /// <summary>Just this text.</summary>
    public sealed record Word(string Text) : TypedKind;

    /// <summary>An object of the file.</summary>
    public sealed record Named(string Name) : TypedKind;

    /// <summary>A list.</summary>
    public sealed record List(TypedValue Items) : TypedKind;
}
