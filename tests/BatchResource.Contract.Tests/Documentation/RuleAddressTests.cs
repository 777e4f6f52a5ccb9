using System.Text.RegularExpressions;
using BatchResource.Tests.Shared;

namespace BatchResource.Contract.Tests.Documentation;

/// <summary>docs/lifecycle.md says of each rule which types hold it, and each of them names the rule in its own documentation.</summary>
public sealed partial class RuleAddressTests
{
    private static readonly string[] Projects = ["contract", "provider", "cdk"];

    [Fact]
    public void Each_Rule_Is_Held_By_The_Types_That_The_Document_Names_And_By_No_Other()
    {
        var documented = RepositoryFiles.Read("docs/lifecycle.md").Split('\n')
            .Where(line => line.StartsWith("| **L", StringComparison.Ordinal))
            .SelectMany(line => InCode().Matches(line.Split('|')[3])
                .Select(type => $"{RuleNumber().Match(line).Value} is held in {type.Groups["name"].Value}"));

        Assert.Equal(
            Projects.SelectMany(RepositoryFiles.Sources).SelectMany(Addresses).Order(StringComparer.Ordinal),
            documented.Order(StringComparer.Ordinal));
    }

    /// <summary>The rules that the documentation of a file's type names.</summary>
    private static IEnumerable<string> Addresses(string file)
    {
        var documentation = RepositoryFiles.Read(file).Split('\n')
            .TakeWhile(line => !Declaration().IsMatch(line))
            .Where(line => line.StartsWith("///", StringComparison.Ordinal));
        return RuleNumber().Matches(string.Join('\n', documentation))
            .Select(number => $"{number.Value} is held in {Path.GetFileNameWithoutExtension(file)}")
            .Distinct(StringComparer.Ordinal);
    }

    [GeneratedRegex(@"\bL\d+[ab]?\b")]
    private static partial Regex RuleNumber();

    [GeneratedRegex("`(?<name>[^`]+)`")]
    private static partial Regex InCode();

    [GeneratedRegex(@"^(public|internal)\b.*\b(class|record|struct|interface|enum)\b")]
    private static partial Regex Declaration();
}
