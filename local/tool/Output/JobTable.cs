using System.Globalization;
using BatchResource.Local.Bedrock;

namespace BatchResource.Local.Tool.Output;

/// <summary>Writes a list of jobs.</summary>
internal static class JobTable
{
    private static readonly string[] Columns = ["Job ID", "Name", "Model", "Status", "Records", "Submitted"];

    /// <summary>Writes the jobs in the order given.</summary>
    public static void Write(Terminal terminal, IReadOnlyList<ModelInvocationJob> jobs)
    {
        IReadOnlyList<IReadOnlyList<string>> rows = [.. jobs.Select(job => new[]
        {
            job.JobId,
            job.JobName,
            job.ModelId.Split('/')[^1],
            job.Status,
            job.Records is { } records ? $"{records.Processed}/{records.Total}" : "",
            job.SubmitTime.ToString("HH:mm:ss", CultureInfo.InvariantCulture),
        })];
        terminal.Table(Columns, rows, statusColumn: 3);
        foreach (var job in jobs.Where(job => job.Message is not null))
            terminal.Line($"{job.JobId}: {job.Message}", StatusColor.Of(job.Status));
    }
}
