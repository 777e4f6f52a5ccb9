using System.Text.RegularExpressions;

namespace BatchResource.Local.CloudFormation.Functions;

/// <summary>References to stored values inside a text: <c>{{resolve:ssm:/name}}</c>, with or without a version.</summary>
internal static partial class DynamicReferences
{
    /// <summary>Says what cannot be resolved here, or null.</summary>
    public static string? Problem(string text)
    {
        var unknown = Any().Matches(text).FirstOrDefault(match => !Ssm().IsMatch(match.Value));
        return unknown is null
            ? null
            : "Dynamic references are supported for parameters of Systems Manager, {{resolve:ssm:NAME}} or {{resolve:ssm:NAME:VERSION}}, "
                + $"got {unknown.Value}";
    }

    /// <summary>The text with every reference replaced by its value.</summary>
    /// <exception cref="FunctionException">A parameter does not exist.</exception>
    public static string Resolve(string text, Func<string, string?> stored) => !text.Contains("{{resolve:", StringComparison.Ordinal)
        ? text
        : Ssm().Replace(text, match => stored(match.Groups["name"].Value)
            ?? throw new FunctionException($"Parameters: [ssm:{match.Groups["name"].Value}] cannot be found."));

    [GeneratedRegex(@"\{\{resolve:ssm:(?<name>[A-Za-z0-9_.\-/]+)(:[0-9]+)?\}\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Ssm();

    [GeneratedRegex(@"\{\{resolve:[^}]*\}\}", RegexOptions.None, 1000)]
    private static partial Regex Any();
}
