using Spectre.Console;

namespace BatchResource.Local.Tool.Output;

/// <summary>Where commands write: with colours and tables on a terminal, as plain lines for anything that reads them.</summary>
internal sealed class Terminal(IAnsiConsole console, bool isInteractive)
{
    /// <summary>The process's standard output.</summary>
    public static Terminal Standard() => new(AnsiConsole.Console, AnsiConsole.Profile.Out.IsTerminal);

    /// <summary>Somebody is looking.</summary>
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
            console.MarkupLine(string.Join("  ", cells.Select(cell => $"[{cell.Color}]{Markup.Escape(cell.Text.PadRight(cell.Width))}[/]")));
        else
            console.Profile.Out.Writer.WriteLine(string.Join("  ", cells.Select(cell => cell.Text.PadRight(cell.Width))).TrimEnd());
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

        var table = new Table().Border(TableBorder.Rounded);
        foreach (var column in columns)
            table.AddColumn(column);
        foreach (var row in rows)
        {
            table.AddRow([.. row.Select((cell, i) =>
                i == statusColumn ? $"[{StatusColor.Of(cell)}]{Markup.Escape(cell)}[/]" : Markup.Escape(cell))]);
        }

        console.Write(table);
    }
}
