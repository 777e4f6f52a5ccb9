using System.Text;
using System.Text.Json;

namespace BatchResource.Local.Bedrock.Jobs;

/// <summary>
/// Keeps jobs in a file: a line of JSON for every change, written before a caller is answered, so that a process may be killed at any
/// point. Only one process can have it open.
/// </summary>
internal sealed class JobJournal : IDisposable
{
    private readonly StreamWriter writer;

    private JobJournal(StreamWriter writer, IReadOnlyList<ModelInvocationJob> jobs) => (this.writer, Jobs) = (writer, jobs);

    /// <summary>The jobs that were found in the file, in the order of their creation.</summary>
    public IReadOnlyList<ModelInvocationJob> Jobs { get; }

    /// <summary>Opens the file, or makes it.</summary>
    /// <exception cref="InvalidDataException">The file is damaged; it stays as it is.</exception>
    /// <exception cref="IOException">Another process has it open.</exception>
    public static JobJournal Open(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        try
        {
            var jobs = Read(file, path);
            return new JobJournal(new StreamWriter(file) { NewLine = "\n" }, jobs);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>The latest time that any job of the file entered a state, or null when there is none.</summary>
    /// <exception cref="InvalidDataException">The file is damaged; it stays as it is.</exception>
    /// <exception cref="IOException">Another process has it open.</exception>
    public static DateTimeOffset? LatestTime(string path)
    {
        if (!File.Exists(path))
            return null;
        using var journal = Open(path);
        return journal.Jobs.Max(job => (DateTimeOffset?)job.LastModifiedTime);
    }

    public void Write(ModelInvocationJob job)
    {
        writer.WriteLine(JsonSerializer.Serialize(job, JobJournalJson.Default.ModelInvocationJob));
        writer.Flush();
    }

    public void Dispose() => writer.Dispose();

    /// <summary>
    /// Of each job the last line counts. A last line without an end was cut off by a kill, and its caller was not answered.
    /// </summary>
    private static List<ModelInvocationJob> Read(FileStream file, string path)
    {
        var latest = new OrderedDictionary<string, ModelInvocationJob>(StringComparer.Ordinal);
        using var reader = new StreamReader(file, leaveOpen: true);
        var text = reader.ReadToEnd();
        var end = text.LastIndexOf('\n') + 1;
        foreach (var (index, line) in text[..end].Split('\n', StringSplitOptions.RemoveEmptyEntries).Index())
        {
            var job = Parse(line)
                ?? throw new InvalidDataException($"{path} is damaged in line {index + 1}; delete it to start without jobs");
            latest[job.JobArn] = job;
        }
        file.SetLength(Encoding.UTF8.GetByteCount(text.AsSpan(0, end)));
        file.Seek(0, SeekOrigin.End);
        return [.. latest.Values];
    }

    private static ModelInvocationJob? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, JobJournalJson.Default.ModelInvocationJob);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
