using System.Text;
using System.Text.Json;
using BatchResource.Provider.Jobs;
using BatchResource.Provider.Logging;

namespace BatchResource.Provider.Tests.Support;

/// <summary>A log, and what was written to it.</summary>
internal sealed class LogCapture
{
    public LogCapture(TimeProvider time) => Log = new JobLog(new Log(new LogWriter(Output, time)));

    public JobLog Log { get; }

    /// <summary>Where it is written to.</summary>
    public MemoryStream Output { get; } = new();

    /// <summary>Everything, as it was written.</summary>
    public string Text => Encoding.UTF8.GetString(Output.ToArray());

    /// <summary>The lines; every one has to be a JSON object.</summary>
    public IReadOnlyList<JsonElement> Lines => [.. Text.Split('\n')[..^1].Select(line => JsonSerializer.Deserialize<JsonElement>(line))];

    /// <summary>The names of the events, in their order.</summary>
    public IEnumerable<string> Events => Lines.Select(line => line.GetProperty("event").GetString()!);

}
