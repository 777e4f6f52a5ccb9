namespace BatchResource.Local.CloudFormation.Templates;

/// <summary>A parameter's declaration.</summary>
internal sealed record TemplateParameter(string Name, string Type)
{
    public string? Default { get; init; }

    public IReadOnlyList<string> AllowedValues { get; init; } = [];

    public string? AllowedPattern { get; init; }

    public double? MinLength { get; init; }

    public double? MaxLength { get; init; }

    public double? MinValue { get; init; }

    public double? MaxValue { get; init; }

    public bool NoEcho { get; init; }

    /// <summary>The value names a parameter of Systems Manager, whose value is used.</summary>
    public bool IsSsmValue => Type.StartsWith(ParameterTypes.SsmValuePrefix, StringComparison.Ordinal);

    /// <summary>The resolved value is a list.</summary>
    public bool IsList
    {
        get
        {
            var type = IsSsmValue ? Type[ParameterTypes.SsmValuePrefix.Length..^1] : Type;
            return type == "CommaDelimitedList" || type.StartsWith("List<", StringComparison.Ordinal);
        }
    }

    public bool IsNumber => Type is "Number" or "List<Number>";

    /// <summary>Says what is wrong with a value, in CloudFormation's words; nothing when it is acceptable.</summary>
    public IEnumerable<string> Problems(string value)
    {
        if (AllowedValues.Count > 0 && !AllowedValues.Contains(value))
            yield return $"Parameter '{Name}' must be one of AllowedValues: [{string.Join(", ", AllowedValues)}]";
        if (AllowedPattern is not null && Templates.AllowedPattern.Problem(AllowedPattern, value) is { } problem)
            yield return $"Parameter {Name} failed to satisfy constraint: {problem}";
        if (value.Length < MinLength)
            yield return $"Parameter '{Name}' must contain at least {MinLength} characters";
        if (value.Length > MaxLength)
            yield return $"Parameter '{Name}' must contain at most {MaxLength} characters";
        if (!IsNumber)
            yield break;
        foreach (var item in IsList ? value.Split(',') : [value])
        {
            if (!double.TryParse(item.Trim(), out var number))
                yield return $"Parameter '{Name}' must be a number, got \"{item}\"";
            else if (number < MinValue)
                yield return $"Parameter '{Name}' must be a number not less than {MinValue}";
            else if (number > MaxValue)
                yield return $"Parameter '{Name}' must be a number not greater than {MaxValue}";
        }
    }
}
