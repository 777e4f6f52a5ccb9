namespace BatchResource.Contract;

/// <summary>What a scalar property may be.</summary>
/// <param name="IsAllowed">Decides on a value.</param>
/// <param name="Allowed">The same in words, after the property's name: <c>must be ...</c>.</param>
internal sealed record TextRule(Func<string, bool> IsAllowed, string Allowed)
{
    /// <summary>
    /// The same, apart from the length, as a regular expression that a value matches as a whole: in what .NET's and ECMAScript's have in
    /// common, for the JSON Schema. Null when every text is allowed, or only words are.
    /// </summary>
    public string? Expression { get; init; }

    /// <summary>The fewest characters.</summary>
    public int ShortestLength { get; init; }

    /// <summary>The most characters, or null where the expression says it.</summary>
    public int? LongestLength { get; init; }

    /// <summary>The only values that are allowed, or none where there are others.</summary>
    public IReadOnlyList<string> Words { get; private init; } = [];

    /// <summary>One of a few words, in exactly this spelling.</summary>
    public static TextRule OneOf(params string[] values) =>
        new(value => Array.IndexOf(values, value) >= 0, $"must be {string.Join(" or ", values)}") { Words = values };
}
