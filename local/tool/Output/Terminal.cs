using Spectre.Console;

namespace BatchResource.Local.Tool.Output;

/// <summary>Where commands write: with colours and tables on a terminal, as plain lines for anything that reads them.</summary>
internal sealed class Terminal(IAnsiConsole console, bool isInteractive)
{
    /// <summary>The process's standard output.</summary>
    public static Terminal Standard() => new(AnsiConsole.Console, AnsiConsole.Profile.Out.IsTerminal);

    /// <summary>Whether the output is a terminal, and not a file or another program.</summary>
    public bool IsInteractive { get; } = isInteractive;

    /// <summary>A heading over what follows.</summary>
    public void Heading(string text)
    {
        if (IsInteractive)
            console.Write(new Rule($"[bold]{Markup.Escape(text)}[/]").LeftJustified());
        else
            Line($"== {text}");
    }

    /// <summary>A line of text in a colour.</summary>
    public void Line(string text, string color = "default")
    {
        if (IsInteractive)
            console.MarkupLine($"[{color}]{Markup.Escape(text)}[/]");
        else
            console.Profile.Out.Writer.WriteLine(text);
    }

    /// <summary>Text exactly as it is, for programs.</summary>
    public void Verbatim(string text) => console.Profile.Out.Writer.WriteLine(text);

    /// <summary>Cells of fixed widths in a line; the last one may be of any length.</summary>
    public void Row(params (string Text, int Width, string Color)[] cells)
    {
        if (IsInteractive)
        {
            var texts = cells.Select(cell => $"[{cell.Color}]{Markup.Escape(cell.Text.PadRight(cell.Width))}[/]");
            console.MarkupLine(string.Join("  ", texts));
        }
        else
        {
            console.Profile.Out.Writer.WriteLine(string.Join("  ", cells.Select(cell => cell.Text.PadRight(cell.Width))).TrimEnd());
        }
    }

    /// <summary>A table: bordered on a terminal, otherwise lines with columns parted by two spaces.</summary>
    public void Table(IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<string>> rows, int statusColumn)
    {
        if (!IsInteractive)
        {
            var widths = columns.Select((column, i) => rows.Select(row => row[i].Length).Append(column.Length).Max()).ToList();
            foreach (var row in rows.Prepend(columns))
                Row([.. row.Select((cell, i) => (cell, widths[i], "default"))]);
            return;
        }

        console.Write(Fitted(columns, rows, statusColumn));
    }

    /// <summary>
    /// A table that is no wider than the terminal: ids are cut in the middle, and columns that may go are left out before rows wrap.
    /// </summary>
    /// <param name="columns">The names of the columns.</param>
    /// <param name="rows">The cells.</param>
    /// <param name="statusColumn">The column that is coloured, and never cut.</param>
    /// <param name="spare">Columns that may go, the least important one first.</param>
    public Table Fitted(IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<string>> rows, int statusColumn, params int[] spare)
    {
        var wanted = columns.Select((column, i) => rows.Select(row => row[i].Length).Append(column.Length).Max()).ToList();
        var widths = ColumnFit.Widths(wanted, console.Profile.Width, statusColumn, spare);
        var shown = Enumerable.Range(0, columns.Count).Where(i => widths[i] > 0).ToList();
        var table = new Table().Border(TableBorder.Rounded);
        foreach (var i in shown)
            table.AddColumn(new TableColumn(columns[i]).NoWrap());
        foreach (var row in rows)
        {
            table.AddRow([.. shown.Select(i =>
            {
                var cell = Markup.Escape(ColumnFit.Cut(row[i], widths[i]));
                return i == statusColumn ? $"[{StatusColor.Of(row[i])}]{cell}[/]" : cell;
            })]);
        }

        return table;
    }
}
