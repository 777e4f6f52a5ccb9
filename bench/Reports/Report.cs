using Spectre.Console;

namespace BatchResource.Bench.Reports;

/// <summary>Shows what is measured on the terminal, and puts it into a document if there is one.</summary>
/// <param name="document">The document's path.</param>
internal sealed class Report(string? document)
{
    /// <summary>Wide enough for every table, where no terminal says how wide it is.</summary>
    private const int Width = 160;

    private readonly IAnsiConsole console = CreateConsole();

    public void Progress(string line) => console.MarkupLineInterpolated($"[grey]{line}[/]");

    /// <summary>Shows a table, and puts it into its section of the document.</summary>
    /// <param name="section">The section's name.</param>
    /// <param name="table">The figures.</param>
    /// <param name="circumstances">What else took part, beside the machine and the runtime.</param>
    public void Finish(string section, Table table, params string[] circumstances)
    {
        table.Show(console);
        if (document is not null)
        {
            var measured = string.Join(", ", [Machine.Today, Machine.Describe(), .. circumstances]);
            new ReportDocument(document).Replace(section, $"Measured {measured}.\n\n{table.ToMarkdown()}");
        }
    }

    private static IAnsiConsole CreateConsole()
    {
        var console = AnsiConsole.Console;
        if (!console.Profile.Out.IsTerminal)
            console.Profile.Width = Width;
        return console;
    }
}
