using System.Text.Json;
using BatchResource.Contract;

namespace BatchResource.Cdk.Internal;

/// <summary>
/// Reads a line as a record, once, without making objects of it. The family's rules are checked in the same pass. If there is a problem, a
/// second pass finds its place.
/// </summary>
internal sealed class RecordScanner(RecordRules rules)
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 1_000 };

    private readonly ModelInputScan modelInput = new(rules);

    /// <summary>Reads one line.</summary>
    /// <param name="line">The line without its line feed.</param>
    /// <param name="problems">Gets the problems.</param>
    /// <returns>Its recordId, if it has a valid one.</returns>
    public string? Scan(ReadOnlySpan<byte> line, List<RecordProblem> problems)
    {
        if (OfTheBytes(line) is { } problem)
        {
            problems.Add(problem);
            return null;
        }

        try
        {
            return Scan(new Utf8JsonReader(line, Options), line, problems);
        }
        catch (JsonException malformed)
        {
            var reason = malformed.Message.Split(" LineNumber:", 2)[0].TrimEnd('.');
            problems.Clear();
            problems.Add(new($"is not JSON at byte {malformed.BytePositionInLine}: {reason}") { Kind = "not JSON" });
            return null;
        }
    }

    private static RecordProblem? OfTheBytes(ReadOnlySpan<byte> line) => LineForms.Of(line) switch
    {
        LineForm.ByteOrderMark => new RecordProblem("begins with a byte order mark: save the file as UTF-8 without one"),
        LineForm.Utf16 => new RecordProblem("is UTF-16: save the file as UTF-8") { IsOfTheFile = true },
        LineForm.Blank => new RecordProblem("is empty: every line must be a record"),
        LineForm.NotUtf8 => new RecordProblem("is not UTF-8"),
        _ => null,
    };

    private string? Scan(Utf8JsonReader json, ReadOnlySpan<byte> line, List<RecordProblem> problems)
    {
        json.Read();
        if (json.TokenType != JsonTokenType.StartObject)
        {
            problems.Add(new($"must be an object with modelInput, got {TokenNames.Of(json.TokenType)}"));
            json.Skip();
            json.Read();
            return null;
        }

        string? recordId = null;
        var (inputs, ids, isForeign, isForeignBody) = (0, 0, false, false);
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("modelInput"u8))
            {
                json.Read();
                inputs++;
                ScanModelInput(ref json, line, inputs, problems);
                continue;
            }

            var isRecordId = json.ValueTextEquals("recordId"u8);
            isForeign |= json.ValueTextEquals("custom_id"u8);
            isForeignBody |= json.ValueTextEquals("body"u8) || json.ValueTextEquals("params"u8);
            json.Read();
            if (isRecordId)
            {
                ids++;
                recordId = RecordId(json, ids, problems) ?? recordId;
            }

            json.Skip();
        }

        // Reads on, because JSON has no second value after the object.
        json.Read();
        if (inputs == 0)
        {
            problems.Add(isForeign && isForeignBody ? ForeignFormat : new RecordProblem("has no modelInput"));
        }

        return recordId;
    }

    private static RecordProblem ForeignFormat => new(
        "has the batch format of another service (custom_id with body or params): Bedrock needs {\"recordId\": ..., \"modelInput\": ...}, "
        + "with the request body in modelInput")
    {
        IsOfTheFile = true,
    };

    private void ScanModelInput(ref Utf8JsonReader json, ReadOnlySpan<byte> line, int count, List<RecordProblem> problems)
    {
        if (count > 1)
        {
            problems.Add(new("has modelInput twice"));
            json.Skip();
        }
        else if (json.TokenType != JsonTokenType.StartObject)
        {
            problems.Add(new($"modelInput must be an object, got {TokenNames.Of(json.TokenType)}"));
            json.Skip();
        }
        else
        {
            modelInput.Scan(ref json, line, problems);
        }
    }

    private static string? RecordId(in Utf8JsonReader json, int count, List<RecordProblem> problems)
    {
        const string LeaveOut = "leave it out, and Bedrock generates one";
        var problem = count > 1 ? "has recordId twice"
            : json.TokenType == JsonTokenType.Number ? "recordId must be a string, got a number: put it in quotes"
            : json.TokenType == JsonTokenType.Null ? $"recordId must be a string, got null: {LeaveOut}"
            : json.TokenType != JsonTokenType.String ? $"recordId must be a string, got {TokenNames.Of(json.TokenType)}"
            : json.ValueSpan.IsEmpty ? $"recordId must not be empty: {LeaveOut}"
            : json.ValueIsEscaped && Surrogates.AreBrokenIn(json.ValueSpan) ? $"recordId {BrokenText}"
            : null;
        if (problem is not null)
        {
            problems.Add(new(problem));
            return null;
        }

        return json.GetString();
    }

    /// <summary>The text about half a surrogate pair.</summary>
    public const string BrokenText =
        "has half of a surrogate pair (an emoji that was cut in two, such as \\ud83d alone), which no model accepts";
}
