namespace BatchResource.Contract;

/// <summary>What a scalar property may be.</summary>
/// <param name="IsAllowed">Decides on a value.</param>
/// <param name="Allowed">The same in words, after the property's name: <c>must be ...</c>.</param>
internal sealed record TextRule(Func<string, bool> IsAllowed, string Allowed)
{
    /// <summary>One of a few words, in exactly this spelling.</summary>
    public static TextRule OneOf(params string[] values) =>
        new(value => Array.IndexOf(values, value) >= 0, $"must be {string.Join(" or ", values)}");
}
