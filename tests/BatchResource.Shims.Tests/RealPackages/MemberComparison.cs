namespace BatchResource.Shims.Tests.RealPackages;

/// <summary>
/// A shim beside its package. It may lack types, and whole groups of members; a group that it has in part, or a member of its own, lets
/// code compile with the one and fail with the other.
/// </summary>
internal sealed class MemberComparison
{
    private readonly List<string> problems = [];
    private int members;
    private int groups;

    public MemberComparison(string package, PublicMembers shim, PublicMembers real)
    {
        foreach (var (type, shimGroups) in shim.Types.OrderBy(type => type.Key, StringComparer.Ordinal))
        {
            if (real.Types.TryGetValue(type, out var realGroups))
                Compare(type, shimGroups, realGroups);
            else
                problems.Add($"{type}: the package has no such type");
        }

        Summary = $"{package}: {members} members in {groups} groups of {shim.Types.Count} types, {problems.Count} differences";
    }

    public string Summary { get; }

    public IReadOnlyList<string> Problems => problems;

    private void Compare(string type, ILookup<string, string> shimGroups, ILookup<string, string> realGroups)
    {
        foreach (var group in shimGroups)
        {
            members += group.Count();
            groups++;
            problems.AddRange(group.Except(realGroups[group.Key]).Select(own => $"{type}: the package lacks {own}"));
            problems.AddRange(realGroups[group.Key].Except(group).Select(lacking => $"{type}: the shim lacks {lacking}"));
        }
    }
}
