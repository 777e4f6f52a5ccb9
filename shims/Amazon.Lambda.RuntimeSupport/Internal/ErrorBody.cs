#nullable enable
using System.Text.Json;

namespace Amazon.Lambda.RuntimeSupport.Internal;

/// <summary>Writes an exception as the Runtime API wants it.</summary>
internal static class ErrorBody
{
    public static byte[] Write(Exception exception)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteString("errorMessage", exception.Message);
            writer.WriteString("errorType", exception.GetType().Name);
            writer.WriteStartArray("stackTrace");
            foreach (var line in (exception.StackTrace ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                writer.WriteStringValue(line);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return stream.ToArray();
    }
}
