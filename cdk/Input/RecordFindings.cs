using System.Globalization;

namespace BatchResource.Cdk.Internal;

/// <summary>
/// Collects the problems of records. It keeps the first three of a kind with their lines and only counts the others, so memory does not
/// grow with the number of problems.
/// </summary>
internal sealed class RecordFindings
{
    private const int ListedOfAKind = 3;

    private readonly Dictionary<(string Kind, bool IsWarning), Group> groups = [];
    private readonly List<Group> inOrder = [];

    public void Add(string file, long line, RecordProblem problem)
    {
        if (!groups.TryGetValue((problem.Kind, problem.IsWarning), out var group))
        {
            groups.Add((problem.Kind, problem.IsWarning), group = new Group(problem.Kind, problem.IsWarning));
            inOrder.Add(group);
        }

        group.Count++;
        if (group.Count == 1 || (group.Count <= ListedOfAKind && !problem.IsOfTheFile))
        {
            group.Listed.Add($"{file}:{line.ToString(CultureInfo.InvariantCulture)} {problem.Text}");
        }
    }

    /// <summary>The errors or the warnings, in the order in which each kind first appeared.</summary>
    public IEnumerable<string> All(bool areWarnings) =>
        inOrder.Where(group => group.IsWarning == areWarnings).SelectMany(group => group.Texts());

    private sealed class Group(string kind, bool isWarning)
    {
        public bool IsWarning => isWarning;

        public List<string> Listed { get; } = [];

        public long Count { get; set; }

        public List<string> Texts() => Count == Listed.Count
            ? Listed
            : [.. Listed, $"{(Count - Listed.Count).ToString("N0", CultureInfo.InvariantCulture)} more lines: {kind}"];
    }
}
