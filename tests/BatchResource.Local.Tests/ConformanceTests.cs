using System.Reflection;
using System.Text.RegularExpressions;
using BatchResource.Tests.Shared;

namespace BatchResource.Local.Tests;

/// <summary>The conformance document names tests; they must exist.</summary>
public sealed partial class ConformanceTests
{
    [Fact]
    public void Every_Row_Names_A_Test_That_Exists()
    {
        var tests = Assembly.GetExecutingAssembly().GetTypes()
            .SelectMany(type => type.GetMethods().Where(IsTest).Select(method => $"{type.Name}.{method.Name}"))
            .ToHashSet(StringComparer.Ordinal);
        var rows = File.ReadLines(RepositoryFiles.PathOf("docs/conformance.md"))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.EndsWith("| Test |", StringComparison.Ordinal));

        var problems = new List<string>();
        foreach (var row in rows)
        {
            var cells = row.Trim('|').Split(" | ");
            var named = TestName().Matches(cells[^1]).Select(match => match.Groups["name"].Value).ToList();
            if (named.Count == 0)
                problems.Add($"names no test: {row}");
            problems.AddRange(named.Where(name => !tests.Contains(name)).Select(name => $"does not exist: {name}"));
        }

        Assert.Empty(problems);
    }

    private static bool IsTest(MethodInfo method) => method.GetCustomAttributes<FactAttribute>().Any();

    [GeneratedRegex("`(?<name>[A-Za-z]+\\.[A-Za-z_0-9]+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TestName();
}
