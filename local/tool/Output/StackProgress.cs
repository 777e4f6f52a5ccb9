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

    /// <summary>The columns that make room on a narrow terminal; the summary at the end has the reason whole.</summary>
    private const int Type = 3;
    private const int Reason = 4;

    private readonly CommandOutput output;
    private readonly EventLines lines;
    private readonly Lock gate = new();
    private readonly OrderedDictionary<string, StackEvent> latest = [];
    private readonly Dictionary<string, DateTimeOffset> began = [];
    private DateTimeOffset newest;
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
            // An operation begins with the first event that is in progress after one that is not.
            var last = latest.GetValueOrDefault(e.LogicalResourceId);
            if (last is null || !StackStatus.IsInProgress(last.ResourceStatus))
                began[e.LogicalResourceId] = e.Timestamp;
            newest = e.Timestamp;
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
        lock (gate)
        {
            // A terminal shows the head of a table that is too long: then what is done makes room for what is not.
            var room = Math.Max(1, AnsiConsole.Profile.Height - LinesAroundRows);
            var isDone = latest.Values.ToLookup(e => e.ResourceStatus.EndsWith("_COMPLETE", StringComparison.Ordinal));
            var shown = latest.Count > room ? isDone[false].Take(room) : latest.Values;
            var table = output.Terminal.Fitted(
                ["Logical ID", "Status", "Elapsed", "Type", "Reason"],
                [.. shown.Select(e => Cells(e))],
                statusColumn: 1,
                spare: [Type, Reason]);
            if (latest.Count > room)
                table.Caption($"{isDone[true].Count()} of {latest.Count} complete");
            return table;
        }
    }

    private string[] Cells(StackEvent e) =>
        [e.LogicalResourceId, e.ResourceStatus, Elapsed(e), e.ResourceType, e.ResourceStatusReason ?? ""];

    /// <summary>How long an operation on a resource took, or takes by now, by the time of the local AWS.</summary>
    private string Elapsed(StackEvent e)
    {
        var elapsed = (StackStatus.IsInProgress(e.ResourceStatus) ? newest : e.Timestamp) - began[e.LogicalResourceId];
        return elapsed.TotalHours < 1 ? $"{elapsed:m\\:ss}" : $"{(int)elapsed.TotalHours}{elapsed:\\:mm\\:ss}";
    }
}
