using System.Globalization;
using BatchResource.Tests.Shared;

namespace BatchResource.EndToEnd.Tests.Faults;

/// <summary>The documents tell how large the table is.</summary>
public sealed class FaultDocumentTests
{
    [Fact]
    public void The_Table_Is_As_Large_As_The_Documents_Say()
    {
        var faults = FaultTable.Rows.Count.ToString(CultureInfo.InvariantCulture);
        var cells = Enum.GetValues<FaultKind>().Sum(kind => FaultTable.Cells(kind).Count).ToString(CultureInfo.InvariantCulture);
        var lifecycle = RepositoryFiles.Read("docs/lifecycle.md");

        Assert.Contains($"{faults} faults", lifecycle, StringComparison.Ordinal);
        Assert.Contains($"{cells} cells", lifecycle, StringComparison.Ordinal);
        Assert.Contains($"{faults} faults", RepositoryFiles.Read("README.md"), StringComparison.Ordinal);
    }
}
