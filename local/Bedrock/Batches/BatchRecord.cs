using System.Text.Json;
using System.Text.Json.Nodes;

namespace BatchResource.Local.Bedrock.Batches;

/// <summary>A record of the input.</summary>
/// <param name="RecordId">Its id, made up when the input gives none.</param>
/// <param name="ModelInput">What the model gets.</param>
internal sealed record BatchRecord(string RecordId, JsonObject ModelInput)
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>Reads a line of the input.</summary>
    /// <param name="line">The line.</param>
    /// <param name="number">Its number among all records of the job, from 0: what an id is made of.</param>
    /// <exception cref="FormatException">It is no record.</exception>
    public static BatchRecord Parse(string line, long number)
    {
        try
        {
            if (JsonNode.Parse(line, documentOptions: Strict) is not JsonObject record)
                throw new FormatException("a record must be a JSON object");
            if (record["modelInput"] is not JsonObject modelInput)
                throw new FormatException("a record must have an object as its modelInput");
            var id = record["recordId"] switch
            {
                null => $"REC{number:D8}",
                JsonValue value when value.TryGetValue<string>(out var text) && text.Length > 0 => text,
                _ => throw new FormatException("recordId must be a string"),
            };
            return new BatchRecord(id, modelInput);
        }
        catch (JsonException e)
        {
            throw new FormatException($"a record must be a JSON object: {e.Message}", e);
        }
    }
}
