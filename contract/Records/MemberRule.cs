using System.Text.Json;

namespace BatchResource.Contract;

/// <summary>One rule of a family's request body.</summary>
/// <param name="Check">The check.</param>
/// <param name="Names">The member, or the alternatives.</param>
/// <param name="Type">The type of its value.</param>
internal sealed record MemberRule(MemberCheck Check, IReadOnlyList<string> Names, MemberType Type = MemberType.Any)
{
    /// <summary>The only allowed values, as in JSON; null if every value of the type is allowed.</summary>
    public IReadOnlyList<string>? Values { get; init; }

    /// <summary>Whether the documentation is not clear about it.</summary>
    public bool IsWarning { get; init; }

    public static MemberRule Required(MemberType type, params string[] names) => new(MemberCheck.Required, names, type);

    public static MemberRule Forbidden(string name) => new(MemberCheck.Forbidden, [name]);

    /// <summary>The allowed values, in words.</summary>
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
