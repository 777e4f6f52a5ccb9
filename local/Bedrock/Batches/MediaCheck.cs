using System.Text.Json;
using BatchResource.Local.S3;

namespace BatchResource.Local.Bedrock.Batches;

/// <summary>
/// Looks for the media that a record names by S3 URI. Bedrock reads them only from the folder that the job's input is
/// (<see href="https://docs.aws.amazon.com/bedrock/latest/userguide/batch-inference-data.html">Format your data</see>).
/// </summary>
internal sealed class MediaCheck(BucketFolder buckets, BatchInput input, ServiceRole role)
{
    /// <summary>Why the record's media cannot be read, or null.</summary>
    public string? ProblemOf(JsonElement modelInput)
    {
        // Most records name none, and a search in the text is quick.
        return modelInput.GetRawText().Contains("\"s3Location\"", StringComparison.Ordinal)
            ? Uris(modelInput).Select(ProblemOf).FirstOrDefault(problem => problem is not null)
            : null;
    }

    private string? ProblemOf(string uri)
    {
        if (!input.IsFolder)
            return $"Could not read {uri}: the job's input must be the folder that holds the records and their media";
        if (Place(uri) is not { } media || !input.Holds(media))
            return $"Could not read {uri}: it is not in the folder that is the job's input";
        if (!role.MayGet(media.Bucket, media.Key))
            return $"Could not read {uri}: the role may not s3:GetObject it";
        return buckets.FindFile(media.Bucket, media.Key) is null ? $"Could not read {uri}: the specified key does not exist" : null;
    }

    private static S3Uri? Place(string uri)
    {
        try
        {
            return S3Uri.Parse(uri);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static IEnumerable<string> Uris(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Uris),
        JsonValueKind.Object => element.EnumerateObject()
            .SelectMany(member => member.NameEquals("s3Location") ? UriOf(member.Value) : Uris(member.Value)),
        _ => [],
    };

    private static IEnumerable<string> UriOf(JsonElement location) =>
        location.ValueKind == JsonValueKind.Object && location.TryGetProperty("uri", out var uri) && uri.ValueKind == JsonValueKind.String
            ? [uri.GetString()!]
            : [];
}
