using BatchResource.Local.Bedrock;
using BatchResource.Local.Tool.Accounts;
using Spectre.Console;

namespace BatchResource.Local.Tool.Output;

/// <summary>
/// Follows jobs until they have ended: with a bar for each one on a terminal, otherwise with a line for each new state.
/// </summary>
internal static class JobProgress
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    /// <summary>Follows the jobs and returns them as they are in the end.</summary>
    public static async Task<IReadOnlyList<ModelInvocationJob>> FollowAsync(
        IAccount account, IReadOnlyList<ModelInvocationJob> jobs, CommandOutput output, CancellationToken cancellation)
    {
        var arns = jobs.Select(job => job.JobArn).ToList();
        if (!output.IsJson && output.Terminal.IsInteractive)
            await ShowBarsAsync(account, arns, cancellation);
        else
            await WriteStatesAsync(account, arns, output, cancellation);
        return await NowAsync(account, arns, cancellation);
    }

    private static Task ShowBarsAsync(IAccount account, List<string> arns, CancellationToken cancellation) => AnsiConsole.Progress()
        .Columns(
            new TaskDescriptionColumn { Alignment = Justify.Left },
            new ProgressBarColumn(),
            new PercentageColumn(),
            new SpinnerColumn())
        .StartAsync(async context =>
        {
            var bars = arns.ToDictionary(arn => arn, arn => context.AddTask(arn[(arn.LastIndexOf('/') + 1)..], maxValue: 1));
            await PollAsync(account, arns, job => Update(bars[job.JobArn], job), cancellation);
        });

    private static Task WriteStatesAsync(IAccount account, List<string> arns, CommandOutput output, CancellationToken cancellation)
    {
        var shown = new Dictionary<string, string>();
        return PollAsync(account, arns, Write, cancellation);

        void Write(ModelInvocationJob job)
        {
            if (output.IsJson || shown.GetValueOrDefault(job.JobArn) == job.Status)
                return;
            shown[job.JobArn] = job.Status;
            output.Terminal.Line($"{job.JobId} {Described(job)}");
        }
    }

    private static async Task PollAsync(
        IAccount account, List<string> arns, Action<ModelInvocationJob> show, CancellationToken cancellation)
    {
        while (true)
        {
            var jobs = await NowAsync(account, arns, cancellation);
            foreach (var job in jobs)
                show(job);
            if (jobs.All(job => JobStatus.IsTerminal(job.Status)))
                return;
            await Task.Delay(Interval, cancellation);
        }
    }

    private static void Update(ProgressTask bar, ModelInvocationJob job)
    {
        bar.Description = $"{Markup.Escape(job.JobId)} [{StatusColor.Of(job.Status)}]{Markup.Escape(Described(job))}[/]";
        bar.MaxValue = Math.Max(1, job.Records?.Total ?? 1);
        bar.Value = JobStatus.IsTerminal(job.Status) ? bar.MaxValue : job.Records?.Processed ?? 0;
        if (JobStatus.IsTerminal(job.Status))
            bar.StopTask();
    }

    private static string Described(ModelInvocationJob job) => job switch
    {
        { Message: { } message } => $"{job.Status}: {message}",
        { Records: { } records } => $"{job.Status}, {records.Processed} of {records.Total} records",
        _ => job.Status,
    };

    private static async Task<IReadOnlyList<ModelInvocationJob>> NowAsync(
        IAccount account, List<string> arns, CancellationToken cancellation)
    {
        var all = (await account.JobsAsync(cancellation)).ToDictionary(job => job.JobArn);
        return [.. arns.Select(arn => all[arn])];
    }
}
