using System.Text.Json;

namespace BatchResource.Local.Bedrock.Batches;

/// <summary>A record of the input.</summary>
/// <param name="RecordId">Its id, made up when the input gives none.</param>
/// <param name="ModelInput">What the model gets, an object.</param>
internal sealed record BatchRecord(string RecordId, JsonElement ModelInput)
{
    /// <summary>Reads a line of the input.</summary>
    /// <param name="line">The line.</param>
    /// <param name="number">Its number among all records of the job, from 0: what an id is made of.</param>
    /// <exception cref="FormatException">It is no record.</exception>
    public static BatchRecord Parse(ReadOnlySpan<byte> line, long number)
    {
        var record = Json(line);
        if (record.ValueKind != JsonValueKind.Object)
            throw new FormatException("a record must be a JSON object");
        var modelInput = Single(record, "modelInput");
        if (modelInput is not { ValueKind: JsonValueKind.Object })
            throw new FormatException("a record must have an object as its modelInput");
        return new BatchRecord(Single(record, "recordId") is { } id ? Text(id) : $"REC{number:D8}", modelInput.Value);
    }

    private static JsonElement Json(ReadOnlySpan<byte> line)
    {
        try
        {
            return JsonElement.Parse(line);
        }
        catch (JsonException e)
        {
            throw new FormatException($"a record must be a JSON object: {e.Message}", e);
        }
    }

    private static JsonElement? Single(JsonElement record, string name)
    {
        JsonElement? found = null;
        foreach (var member in record.EnumerateObject().Where(member => member.NameEquals(name)))
            found = found is null ? member.Value : throw new FormatException($"a record must have one {name}");
        return found;
    }

    /// <summary>An id that is there must be a text: whether AWS makes one up for a null or an empty one is not documented.</summary>
    private static string Text(JsonElement id)
    {
        if (id.ValueKind != JsonValueKind.String)
            throw new FormatException("recordId must be a string");
        try
        {
            return id.GetString() is { Length: > 0 } text ? text : throw new FormatException("recordId must not be empty");
        }
        catch (InvalidOperationException e)
        {
            throw new FormatException("recordId must not have half of a surrogate pair", e);
        }
    }
}
