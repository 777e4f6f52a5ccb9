using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using BatchResource.Contract;

namespace BatchResource.Cdk.Internal;

/// <summary>Writes the app's records as lines.</summary>
internal sealed class RecordJson
{
    // Deeper than allowed, so that the scanner finds the problem and names its place.
    private const int DeepestLevel = 200;

    private static readonly JsonSerializerOptions Format = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = DeepestLevel,
        Converters =
        {
            new SdkTypeConverter(), new CheckedStringConverter(), new CheckedNumberConverter(), new CheckedNodeConverter(),
            new NewtonsoftConverter(), new CheckedDictionaryConverter(),
        },
    };

    private readonly ArrayBufferWriter<byte> buffer = new();

    /// <summary>Returns the record as JSON, valid until the next call, or the problem that prevents writing it.</summary>
    public ReadOnlySpan<byte> Write(BatchInferenceRecord record, out RecordProblem? problem)
    {
        buffer.ResetWrittenCount();
        problem = null;
        try
        {
            using var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = Format.Encoder, MaxDepth = 1_000 });
            json.WriteStartObject();
            if (record.RecordId is { } recordId)
            {
                json.WriteString("recordId", Checked(recordId));
            }

            json.WritePropertyName("modelInput");
            JsonSerializer.Serialize(json, record.ModelInput, Format);
            json.WriteEndObject();
        }
        catch (Exception unwritable) when (IsAboutTheRecord(unwritable))
        {
            problem = Problem(unwritable);
        }

        return buffer.WrittenSpan;
    }

    private static string Checked(string recordId) =>
        TextProblem.In(recordId) is { } problem ? throw new RecordException(problem, "recordId") : recordId;

    // An exception of a member's getter is the app's own problem.
    private static bool IsAboutTheRecord(Exception exception) =>
        exception is JsonException or NotSupportedException
        || (exception is InvalidOperationException or ArgumentException && IsOfTheSerializer(exception));

    private static bool IsOfTheSerializer(Exception exception) =>
        exception.Source?.StartsWith("System.Text.Json", StringComparison.Ordinal) == true;

    private static RecordProblem Problem(Exception exception)
    {
        var parts = exception.Message.Split(" Path: ", 2);
        var path = (exception as JsonException)?.Path ?? (parts.Length > 1 ? parts[1].TrimEnd('.') : "$");
        var member = path.StartsWith('$') ? $"modelInput{path[1..]}" : path;
        var isOwnText = exception is RecordException;
        var text = isOwnText ? parts[0] : $"cannot be written as JSON: {parts[0]}";
        return new RecordProblem($"{JsonText.Cut(member)} {text}") { Kind = text };
    }
}
