using System.Globalization;
using BatchResource.Tests.Shared;

namespace BatchResource.Contract.Tests.Documentation;

/// <summary>The tables of docs/checks.md are those of the code.</summary>
public sealed class ChecksTests
{
    [Fact]
    public void The_Regions_Of_Every_Geography_Are_Documented() => Assert.Equal(
        Geography.All.Select(geography => $"| `{geography.Prefix}.` | {string.Join(", ", geography.Regions)} |"), Rows("geographies"));

    [Fact]
    public void The_Quotas_Of_Every_Model_Are_Documented() => Assert.Equal(BatchQuotas.Table.Select(Row), Rows("quotas"));

    private static string Row(BatchQuotas quotas)
    {
        var models = quotas.IsKnown ? $"`{quotas.Models}`" : "others, which are warned of only";
        var warning = quotas.CertainRecords < quotas.MaximumRecords ? $" {Text(quotas.CertainRecords)}" : string.Empty;
        return $"| {models} | {Text(BatchQuotas.MinimumRecords)}-{Text(quotas.MaximumRecords)} |{warning} "
            + $"| {BatchQuotas.MaximumFileSize >> 30} GiB | {quotas.MaximumJobSize >> 30} GiB |";
    }

    private static string Text(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static IEnumerable<string> Rows(string table) => RepositoryFiles.Read("docs/checks.md")
        .Split($"<!-- {table} -->\n")[1].Split($"\n<!-- end of {table} -->")[0].Split('\n').Skip(2);
}
