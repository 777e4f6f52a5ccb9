using System.Text.Json.Nodes;
using BatchResource.Local.Bedrock.Jobs;
using BatchResource.Local.Ground.RestJson;
using BatchResource.Local.Iam;

namespace BatchResource.Local.Bedrock.Operations;

/// <summary><see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_UntagResource.html"/>, of jobs.</summary>
internal sealed class UntagResource(JobDirectory jobs, JobStore store, BedrockSwitches switches) : IOperation
{
    public IEnumerable<Permission> Permissions(JsonObject input) =>
    [
        new("bedrock:UntagResource", input.Text("resourceARN"))
        {
            Context = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["aws:TagKeys"] = input.Texts("tagKeys") },
        },
    ];

    public JsonObject? Execute(JsonObject input)
    {
        var removed = input.Texts("tagKeys").ToHashSet(StringComparer.Ordinal);
        store.Update(jobs.Get(input.Text("resourceARN")).JobArn, job =>
        {
            TagRules.CheckState(job, switches);
            return job with { Tags = job.Tags.Where(tag => !removed.Contains(tag.Key)).ToDictionary(StringComparer.Ordinal) };
        });
        return [];
    }
}
