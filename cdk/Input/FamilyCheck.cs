using System.Text;
using BatchResource.Contract;

namespace BatchResource.Cdk.Internal;

/// <summary>Checks the members of <c>modelInput</c> against the rules of its family.</summary>
internal sealed class FamilyCheck
{
    private readonly ModelFamily family;
    private readonly (MemberRule Rule, int[] Members)[] rules;

    public FamilyCheck(ModelFamily family)
    {
        this.family = family;
        string[] names = [.. family.Rules.SelectMany(rule => rule.Names).Distinct(StringComparer.Ordinal)];
        rules = [.. family.Rules.Select(rule => (rule, rule.Names.Select(name => Array.IndexOf(names, name)).ToArray()))];
        Names = [.. names.Select(Encoding.UTF8.GetBytes)];
        HasValues = [.. names.Select(name => family.Rules.Any(rule => rule.Values is not null && rule.Names.Contains(name)))];
    }

    /// <summary>The members that the rules are about, as UTF-8.</summary>
    public byte[][] Names { get; }

    /// <summary>Which of them have a rule about the exact value.</summary>
    public bool[] HasValues { get; }

    /// <summary>Adds the problems of one record.</summary>
    /// <param name="values">The members that were found, in the order of the family's names.</param>
    /// <param name="line">The record. It is read once more when something is missing.</param>
    /// <param name="problems">Gets the problems.</param>
    public void Check(MemberValue[] values, ReadOnlySpan<byte> line, List<RecordProblem> problems)
    {
        List<string>? missing = null;
        foreach (var (rule, members) in rules)
        {
            var (there, right) = Count(rule, members, values);
            switch (rule.Check)
            {
                case MemberCheck.Required when there == 0:
                    (missing ??= []).Add(string.Join(" or ", rule.Names));
                    break;
                case MemberCheck.Required or MemberCheck.Optional when there > 0 && right == 0:
                    problems.Add(Wrong(rule, members, values));
                    break;
                case MemberCheck.Forbidden when there > 0:
                    problems.Add(Problem($"has modelInput.{rule.Names[0]}, which {family.Name} does not allow: {Advice(rule)}", rule));
                    break;
                case MemberCheck.NotTogether when there == members.Length:
                    problems.Add(Problem($"has modelInput.{string.Join(" and ", rule.Names)}: {Advice(rule)}", rule));
                    break;
                default:
                    break;
            }
        }

        if (missing is not null)
        {
            problems.Add(Missing(missing, ModelInputHint.For(family, missing, line)));
        }
    }

    // No LINQ here: this runs for every rule and record.
    private static (int There, int Right) Count(MemberRule rule, int[] members, MemberValue[] values)
    {
        var (there, right) = (0, 0);
        foreach (var member in members)
        {
            there += values[member].IsThere ? 1 : 0;
            right += values[member].IsThere && rule.IsRight(values[member]) ? 1 : 0;
        }

        return (there, right);
    }

    private static RecordProblem Wrong(MemberRule rule, int[] members, MemberValue[] values)
    {
        var first = Array.FindIndex(members, member => values[member].IsThere);
        var problem = $"modelInput.{rule.Names[first]} must be {rule.Allowed}";
        return new($"{problem}, got {values[members[first]].Description}") { Kind = problem, IsWarning = rule.IsWarning };
    }

    private static RecordProblem Problem(string text, MemberRule rule) => new(text) { IsWarning = rule.IsWarning };

    private string Advice(MemberRule rule) => RecordAdvice.For(family.Form, rule.Names[0]);

    private RecordProblem Missing(List<string> missing, string? hint)
    {
        var needed = missing.Count == 1 ? missing[0] : $"{string.Join(", ", missing.Take(missing.Count - 1))} and {missing[^1]}";
        var builder = RecordAdvice.BuilderOf(family.Form) is { } method ? $" ({nameof(BatchRecord)}.{method} writes it)" : string.Empty;
        return new($"has no {needed} in modelInput, which {family.Name} requires{builder}{hint}; see {family.Source}");
    }
}
