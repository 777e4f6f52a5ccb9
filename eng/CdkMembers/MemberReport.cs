namespace BatchResource.CdkMembers;

/// <summary>What became of one library's references.</summary>
/// <param name="Library">The library, such as <c>lib/net8.0/BatchResource.Cdk.dll</c>.</param>
/// <param name="Cdk">The versions it was resolved against.</param>
/// <param name="Types">How many types it refers to.</param>
/// <param name="Members">How many members it refers to.</param>
/// <param name="Missing">What the runtime says of each that is not there.</param>
public sealed record MemberReport(string Library, string Cdk, int Types, int Members, IReadOnlyList<string> Missing)
{
    /// <inheritdoc/>
    public override string ToString() => string.Join(
        Environment.NewLine,
        [$"{Library} on {Cdk}: {Types} types and {Members} members, {Missing.Count} missing", .. Missing.Select(line => $"  {line}")]);
}
