using System.Text.Json;

namespace BatchResource.Contract;

/// <summary>One rule of a family's request body.</summary>
/// <param name="Check">What is asked.</param>
/// <param name="Names">The member, or the alternatives.</param>
/// <param name="Type">What its value is.</param>
internal sealed record MemberRule(MemberCheck Check, IReadOnlyList<string> Names, MemberType Type = MemberType.Any)
{
    /// <summary>The only values, as JSON writes them; null for any of the type.</summary>
    public IReadOnlyList<string>? Values { get; init; }

    /// <summary>Whether the documentation leaves a doubt.</summary>
    public bool IsWarning { get; init; }

    public static MemberRule Required(MemberType type, params string[] names) => new(MemberCheck.Required, names, type);

    public static MemberRule Forbidden(string name) => new(MemberCheck.Forbidden, [name]);

    /// <summary>The values that are right, in words.</summary>
    public string Allowed => Values is { } values ? string.Join(" or ", values) : Type switch
    {
        MemberType.Text => "a text that is not empty",
        MemberType.Number => "a number",
        MemberType.FilledArray => "an array that is not empty",
        _ => "a value",
    };

    public bool IsRight(in MemberValue value) => Values is { } values
        ? values.Contains(value.Raw, StringComparer.Ordinal)
        : Type switch
        {
            MemberType.Text => value is { Token: JsonTokenType.String, IsEmpty: false },
            MemberType.Number => value.Token == JsonTokenType.Number,
            MemberType.FilledArray => value is { Token: JsonTokenType.StartArray, IsEmpty: false },
            _ => value.Token != JsonTokenType.Null,
        };
}
