using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace BatchResource.Provider.Logging;

/// <summary>Writes one JSON object per line.</summary>
internal sealed class LogWriter(Stream output, TimeProvider time)
{
    // Lines go to a log and not into HTML, so readable text stays readable.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // CloudWatch Logs accepts lines of 256 KiB, and a character can need six bytes.
    private const int LongestValue = 32_000;

    private readonly object gate = new();

    public void Write(
        LogLevel level, string name, string rule, LogScope? scope, ReadOnlySpan<(string Name, string? Value)> details)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("timestamp", time.GetUtcNow().UtcDateTime);
            json.WriteString("level", level switch
            {
                LogLevel.Information => "INFO",
                LogLevel.Warning => "WARN",
                _ => "ERROR",
            });
            json.WriteString("event", name);
            json.WriteString("rule", rule);
            if (scope is not null)
            {
                json.WriteString("stackId", scope.StackId);
                json.WriteString("logicalResourceId", scope.LogicalResourceId);
                json.WriteString("requestId", scope.RequestId);
                WriteIfPresent(json, "lambdaRequestId", scope.LambdaRequestId);
            }

            foreach (var (detail, value) in details)
            {
                WriteIfPresent(json, detail, value);
            }

            json.WriteEndObject();
        }

        buffer.Write("\n"u8);
        lock (gate)
        {
            try
            {
                output.Write(buffer.WrittenSpan);
                output.Flush();
            }
            catch (IOException)
            {
                // A line that cannot be written must not prevent the answer to CloudFormation.
            }
        }
    }

    private static void WriteIfPresent(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value.Length <= LongestValue ? value : $"{value.AsSpan(0, LongestValue)}... (cut)");
        }
    }
}

/// <summary>How important a line is, in the words of Lambda's JSON log format.</summary>
internal enum LogLevel
{
    Information,
    Warning,
    Error,
}

/// <summary>The members that every line of one event has.</summary>
internal sealed record LogScope(string StackId, string LogicalResourceId, string RequestId, string? LambdaRequestId);
