namespace BatchResource.Schema;

/// <summary>The types that a value may have, each once and in the schema's order.</summary>
/// <param name="Kinds">The types.</param>
internal sealed record TypedValue(IReadOnlyList<TypedKind> Kinds)
{
    public static TypedValue Token { get; } = new([new TypedKind.Token()]);

    public static TypedValue Of(string name) => new([new TypedKind.Named(name)]);

    public static TypedValue ListOf(TypedValue items) => new([new TypedKind.List(items)]);

    public static TypedValue OneOf(IEnumerable<string> words) => new([.. words.Select(word => new TypedKind.Word(word))]);

    /// <summary>A scalar of JSON Schema. The CDK's languages have one type of number.</summary>
    public static TypedValue Scalar(string type) => new([new TypedKind.Scalar(type == "integer" ? "number" : type)]);

    public TypedValue Or(TypedValue other) => new([.. Kinds.Concat(other.Kinds).Distinct()]);
}
