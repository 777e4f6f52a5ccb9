using System.Text;

namespace BatchResource.EndToEnd.Tests.Faults;

/// <summary>Keeps what became of each cell of the table in a file beside the tests, which <c>make fault-matrix</c> shows.</summary>
internal static class FaultMatrix
{
    private const string Impossible = "-";
    private static readonly Lock Gate = new();
    private static readonly Dictionary<(FaultRow Row, Operation Operation), string> Cells = [];

    public static void Record(FaultRow row, Operation operation, string result)
    {
        lock (Gate)
        {
            Cells[(row, operation)] = result;
            File.WriteAllText(Path.Combine(AppContext.BaseDirectory, "fault-matrix.txt"), Render());
        }
    }

    private static string Render()
    {
        var operations = Enum.GetValues<Operation>();
        List<string[]> lines = [["Fault", .. operations.Select(operation => operation.ToString())]];
        lines.AddRange(FaultTable.Rows.Select(row => (string[])[row.Name, .. operations.Select(operation => Cell(row, operation))]));
        var widths = Enumerable.Range(0, lines[0].Length).Select(column => lines.Max(line => line[column].Length)).ToList();
        var text = new StringBuilder();
        foreach (var line in lines)
            text.AppendLine(string.Join(" | ", line.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        return text.ToString();
    }

    private static string Cell(FaultRow row, Operation operation) =>
        row.On(operation) is null ? Impossible : Cells.GetValueOrDefault((row, operation), "not run");
}
