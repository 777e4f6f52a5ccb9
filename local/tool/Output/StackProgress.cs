using BatchResource.Local.CloudFormation;
using Spectre.Console;

namespace BatchResource.Local.Tool.Output;

/// <summary>
/// Shows a deployment while it runs: a table with a row for each resource on a terminal, otherwise a line for each event.
/// </summary>
internal sealed class StackProgress : IDisposable
{
    /// <summary>Borders, header and caption.</summary>
    private const int LinesAroundRows = 6;

    private readonly CommandOutput output;
    private readonly EventLines lines;
    private readonly Lock gate = new();
    private readonly OrderedDictionary<string, StackEvent> latest = [];
    private readonly TaskCompletionSource finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task live = Task.CompletedTask;
    private bool hasHeader;

    private StackProgress(CommandOutput output) => (this.output, lines) = (output, new(output.Terminal));

    /// <summary>Begins to show.</summary>
    public static StackProgress Start(CommandOutput output)
    {
        var progress = new StackProgress(output);
        if (!output.IsJson && output.Terminal.IsInteractive)
            progress.live = Task.Run(progress.RefreshAsync);
        return progress;
    }

    /// <summary>Takes an event, on any thread.</summary>
    public void Show(StackEvent e)
    {
        if (output.IsJson)
            return;
        lock (gate)
        {
            latest[e.LogicalResourceId] = e;
            if (output.Terminal.IsInteractive)
                return;
            if (!hasHeader)
                lines.Header();
            hasHeader = true;
            lines.Write(e);
        }
    }

    /// <summary>Leaves the table as it is then.</summary>
    public void Dispose()
    {
        finished.TrySetResult();
        live.GetAwaiter().GetResult();
    }

    private Task RefreshAsync() => AnsiConsole.Live(Table()).StartAsync(async context =>
    {
        while (!finished.Task.IsCompleted)
        {
            await Task.WhenAny(finished.Task, Task.Delay(100));
            context.UpdateTarget(Table());
        }
    });

    private Table Table()
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("Logical ID", "Type", "Status", "Reason");
        lock (gate)
        {
            // A terminal shows the head of a table that is too long: then what is done makes room for what is not.
            var room = Math.Max(1, AnsiConsole.Profile.Height - LinesAroundRows);
            var isDone = latest.Values.ToLookup(e => e.ResourceStatus.EndsWith("_COMPLETE", StringComparison.Ordinal));
            if (latest.Count > room)
                table.Caption($"{isDone[true].Count()} of {latest.Count} complete");
            foreach (var e in latest.Count > room ? isDone[false].Take(room) : latest.Values)
            {
                table.AddRow(
                    Markup.Escape(e.LogicalResourceId),
                    $"[grey]{Markup.Escape(e.ResourceType)}[/]",
                    $"[{StatusColor.Of(e.ResourceStatus)}]{Markup.Escape(e.ResourceStatus)}[/]",
                    Markup.Escape(e.ResourceStatusReason ?? ""));
            }
        }

        return table;
    }
}
