namespace BatchResource.Local.Iam.Policies;

/// <summary>One condition: an operator, a key, and the values of which one must match, or none when the operator is negated.</summary>
internal sealed record PolicyCondition(ConditionOperator Operator, string Key, IReadOnlyList<string> Values)
{
    public bool Holds(ConditionContext context)
    {
        var actual = context[Key];
        if (Operator.Name == ConditionOperator.Null)
            return Values.Any(value => Operator.IsMatch(value, actual is null ? "true" : "false"));
        if (actual is null)
            return Operator.IfExists || HoldsForNothing;

        var expected = Values.Select(context.Expand).OfType<string>().ToList();
        return Operator.Qualifier == SetQualifier.ForAllValues ? actual.All(IsWanted) : actual.Any(IsWanted);

        bool IsWanted(string value) => expected.Any(pattern => Operator.IsMatch(pattern, value)) != Operator.IsNegated;
    }

    private bool HoldsForNothing => Operator.Qualifier switch
    {
        SetQualifier.ForAllValues => true,
        SetQualifier.ForAnyValue => false,
        _ => Operator.IsNegated,
    };
}
