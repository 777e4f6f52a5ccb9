using System.Text.Json;
using System.Text.Unicode;

namespace BatchResource.Cdk.Internal;

/// <summary>Reads one line of a JSONL file as a record.</summary>
internal static class RecordLine
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>What is wrong with the line, or null; and its recordId, if it has one.</summary>
    public static string? FindProblem(ReadOnlySpan<byte> line, out string? recordId)
    {
        recordId = null;
        if (line.StartsWith(ByteOrderMark))
        {
            return "begins with a byte order mark: save the file as UTF-8 without one";
        }

        if (line.Trim(" \t\r"u8).IsEmpty)
        {
            return "is empty: every line must be a record";
        }

        if (!Utf8.IsValid(line))
        {
            return "is not UTF-8";
        }

        try
        {
            return FindProblem(new Utf8JsonReader(line), out recordId);
        }
        catch (JsonException malformed)
        {
            var reason = malformed.Message.Split(" LineNumber:", 2)[0].TrimEnd('.');
            return $"is not JSON at byte {malformed.BytePositionInLine}: {reason}";
        }
    }

    private static string? FindProblem(Utf8JsonReader json, out string? recordId)
    {
        recordId = null;
        string? problem = null;
        var hasModelInput = false;
        json.Read();
        if (json.TokenType != JsonTokenType.StartObject)
        {
            return $"must be an object with modelInput, got {Name(json.TokenType)}";
        }

        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var isModelInput = json.ValueTextEquals("modelInput"u8);
            var isRecordId = json.ValueTextEquals("recordId"u8);
            json.Read();
            if (isModelInput)
            {
                problem ??= hasModelInput ? "has modelInput twice"
                    : json.TokenType != JsonTokenType.StartObject ? $"modelInput must be an object, got {Name(json.TokenType)}"
                    : null;
                hasModelInput = true;
            }
            else if (isRecordId)
            {
                problem ??= recordId is not null ? "has recordId twice"
                    : json.TokenType != JsonTokenType.String ? $"recordId must be a string, got {Name(json.TokenType)}"
                    : null;
                recordId = json.TokenType == JsonTokenType.String ? json.GetString() : recordId;
            }

            json.Skip();
        }

        // Reads on, as another value after the object is no JSON.
        json.Read();
        return problem ?? (hasModelInput ? null : "has no modelInput");
    }

    private static string Name(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "a number",
        JsonTokenType.True or JsonTokenType.False => "a boolean",
        _ => "null",
    };
}
