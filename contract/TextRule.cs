namespace BatchResource.Contract;

/// <summary>The rule for a scalar property.</summary>
/// <param name="IsAllowed">Checks a value.</param>
/// <param name="Allowed">The rule in words. They follow the property's name: <c>must be ...</c>.</param>
internal sealed record TextRule(Func<string, bool> IsAllowed, string Allowed)
{
    /// <summary>
    /// The rule as a regular expression for the JSON Schema, without the length. A value must match it as a whole. It uses only syntax that
    /// .NET and ECMAScript share. Null if every text is allowed, or only some words are.
    /// </summary>
    public string? Expression { get; init; }

    /// <summary>The fewest characters.</summary>
    public int ShortestLength { get; init; }

    /// <summary>The most characters, or null if the expression limits them.</summary>
    public int? LongestLength { get; init; }

    /// <summary>The only allowed values; empty if there are others.</summary>
    public IReadOnlyList<string> Words { get; private init; } = [];

    /// <summary>One of some words, in exactly this spelling.</summary>
    public static TextRule OneOf(params string[] values) =>
        new(value => Array.IndexOf(values, value) >= 0, $"must be {string.Join(" or ", values)}") { Words = values };
}
