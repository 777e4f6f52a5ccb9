using System.Text.Json.Nodes;
using BatchResource.Contract;
using BatchResource.Local.Ground.RestJson;

namespace BatchResource.Local.Bedrock.Operations;

/// <summary>What holds for tags beyond the service model's constraints.</summary>
internal static class TagRules
{
    /// <summary>AWS's limit in practice, though the model lets 200 through.</summary>
    public const int MaximumTags = Limits.Tags;

    /// <summary>Reads a list of tags.</summary>
    /// <exception cref="ServiceException">A key comes twice, or is one of AWS's own.</exception>
    public static Dictionary<string, string> Read(JsonNode? tags)
    {
        var read = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var tag in tags?.AsArray() ?? [])
        {
            var key = tag!.AsObject().Text("key");
            if (key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase))
                throw ServiceException.Validation("aws: prefixed tag key names are not allowed for external use.");
            if (!read.TryAdd(key, tag.AsObject().Text("value")))
                throw ServiceException.Validation($"Duplicate tag keys found: {key}");
        }
        return read;
    }

    /// <summary>Refuses tag operations on jobs in the states that do not take them.</summary>
    public static void CheckState(ModelInvocationJob job, BedrockSwitches switches)
    {
        if (job.Status is JobStatus.Stopping or JobStatus.Stopped)
            BedrockSwitches.Apply(switches.TagsOfStoppedJob, $"The resource {job.JobArn} cannot be tagged. State was: {job.Status}");
        else if (JobStatus.IsTerminal(job.Status))
            BedrockSwitches.Apply(switches.TagsOfEndedJob, $"The resource {job.JobArn} cannot be tagged. State was: {job.Status}");
    }
}
