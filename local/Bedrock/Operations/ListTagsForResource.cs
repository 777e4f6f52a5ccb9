using System.Text.Json.Nodes;
using BatchResource.Local.Ground.RestJson;
using BatchResource.Local.Iam;

namespace BatchResource.Local.Bedrock.Operations;

/// <summary><see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_ListTagsForResource.html"/>, of jobs.</summary>
internal sealed class ListTagsForResource(JobDirectory jobs, BedrockSwitches switches) : IOperation
{
    public IEnumerable<Permission> Permissions(JsonObject input) => [new("bedrock:ListTagsForResource", input.Text("resourceARN"))];

    public JsonObject? Execute(JsonObject input)
    {
        var job = jobs.Get(input.Text("resourceARN"));
        TagRules.CheckState(job, switches);
        return new JsonObject
        {
            ["tags"] = new JsonArray([.. job.Tags.Select(tag => new JsonObject { ["key"] = tag.Key, ["value"] = tag.Value })]),
        };
    }
}
