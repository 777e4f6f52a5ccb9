using System.Text;
using Spectre.Console;

namespace BatchResource.Bench.Reports;

/// <summary>A table for the terminal and for a document.</summary>
internal sealed class Table(params string[] columns)
{
    private readonly List<string[]> rows = [];

    public void Add(params string[] cells) => rows.Add(cells);

    public void Show(IAnsiConsole console)
    {
        var table = new Spectre.Console.Table().Border(TableBorder.Simple);
        foreach (var (column, i) in columns.Select((column, i) => (column, i)))
            table.AddColumn(new TableColumn(Markup.Escape(column)) { Alignment = i == 0 ? Justify.Left : Justify.Right, NoWrap = true });
        foreach (var row in rows)
            table.AddRow([.. row.Select(Markup.Escape)]);
        console.Write(table);
    }

    public string ToMarkdown()
    {
        var text = new StringBuilder();
        text.Append("| ").AppendJoin(" | ", columns).Append(" |\n");
        text.Append("|---").AppendJoin("", Enumerable.Repeat("|---:", columns.Length - 1)).Append("|\n");
        foreach (var row in rows)
            text.Append("| ").AppendJoin(" | ", row).Append(" |\n");
        return text.ToString();
    }
}
