using BatchResource.Local.Tool.Output;

namespace BatchResource.Local.Tests.Commands;

public sealed class ColumnFitTests
{
    [Theory]
    [InlineData(200, new[] { 40, 20, 60 })]
    [InlineData(100, new[] { 35, 20, 35 })]
    [InlineData(80, new[] { 25, 20, 25 })]
    [InlineData(50, new[] { 23, 20, 0 })]
    public void A_Table_Is_No_Wider_Than_The_Terminal(int available, int[] expected) =>
        Assert.Equal(expected, ColumnFit.Widths([40, 20, 60], available, whole: 1, spare: 2));

    [Theory]
    [InlineData("Summaries", 12, "Summaries")]
    [InlineData("SummariesServiceRole97D24110", 15, "Summari…7D24110")]
    [InlineData("SummariesServiceRole97D24110", 14, "Summari…D24110")]
    public void An_Id_Is_Cut_In_The_Middle(string id, int width, string expected) => Assert.Equal(expected, ColumnFit.Cut(id, width));
}
