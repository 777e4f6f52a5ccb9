using System.Globalization;

namespace BatchResource.Local.Iam.Policies;

/// <summary>
/// An operator of a condition: how one value is compared, and how several are. See
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">the operators</see>.
/// </summary>
internal sealed record ConditionOperator(
    string Name, bool IsNegated, bool IfExists, SetQualifier Qualifier, Func<string, string, bool> IsMatch)
{
    /// <summary>Asks whether a key is there at all; has no comparison.</summary>
    public const string Null = "Null";

    private static readonly Dictionary<string, Func<string, string, bool>> Comparisons = new(StringComparer.Ordinal)
    {
        ["StringEquals"] = (pattern, value) => pattern == value,
        ["StringEqualsIgnoreCase"] = (pattern, value) => string.Equals(pattern, value, StringComparison.OrdinalIgnoreCase),
        ["StringLike"] = (pattern, value) => Wildcard.IsMatch(pattern, value),
        ["ArnEquals"] = Wildcard.IsArnMatch,
        ["ArnLike"] = Wildcard.IsArnMatch,
        ["Bool"] = (pattern, value) => string.Equals(pattern, value, StringComparison.OrdinalIgnoreCase),
        [Null] = (pattern, value) => string.Equals(pattern, value, StringComparison.OrdinalIgnoreCase),
        ["NumericEquals"] = Numeric(order => order == 0),
        ["NumericLessThan"] = Numeric(order => order < 0),
        ["NumericLessThanEquals"] = Numeric(order => order <= 0),
        ["NumericGreaterThan"] = Numeric(order => order > 0),
        ["NumericGreaterThanEquals"] = Numeric(order => order >= 0),
    };

    /// <summary>The operators that are the negation of another.</summary>
    private static readonly Dictionary<string, string> Negations = new(StringComparer.Ordinal)
    {
        ["StringNotEquals"] = "StringEquals",
        ["StringNotEqualsIgnoreCase"] = "StringEqualsIgnoreCase",
        ["StringNotLike"] = "StringLike",
        ["ArnNotEquals"] = "ArnEquals",
        ["ArnNotLike"] = "ArnLike",
        ["NumericNotEquals"] = "NumericEquals",
    };

    /// <summary>Reads an operator's name with its prefix and suffix.</summary>
    /// <exception cref="PolicyException">The local IAM does not know it.</exception>
    public static ConditionOperator Parse(string text)
    {
        var name = text;
        var qualifier = SetQualifier.None;
        foreach (var candidate in (SetQualifier[])[SetQualifier.ForAllValues, SetQualifier.ForAnyValue])
        {
            if (name.StartsWith($"{candidate}:", StringComparison.Ordinal))
                (name, qualifier) = (name[(candidate.ToString().Length + 1)..], candidate);
        }
        var ifExists = name.EndsWith("IfExists", StringComparison.Ordinal);
        if (ifExists)
            name = name[..^"IfExists".Length];
        var isNegated = Negations.TryGetValue(name, out var positive);
        return Comparisons.TryGetValue(positive ?? name, out var isMatch)
            ? new ConditionOperator(name, isNegated, ifExists, qualifier, isMatch)
            : throw new PolicyException($"the condition operator \"{text}\" is not supported by the local IAM");
    }

    /// <summary>Compares a value of the request to that of the policy; what is no number matches nothing.</summary>
    private static Func<string, string, bool> Numeric(Func<int, bool> isWanted) => (pattern, value) =>
        decimal.TryParse(pattern, NumberStyles.Number, CultureInfo.InvariantCulture, out var limit)
        && decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
        && isWanted(number.CompareTo(limit));
}
