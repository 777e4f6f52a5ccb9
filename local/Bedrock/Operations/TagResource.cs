using System.Text.Json.Nodes;
using BatchResource.Local.Bedrock.Jobs;
using BatchResource.Local.Ground.RestJson;
using BatchResource.Local.Iam;

namespace BatchResource.Local.Bedrock.Operations;

/// <summary><see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_TagResource.html"/>, of jobs.</summary>
internal sealed class TagResource(JobDirectory jobs, JobStore store, BedrockSwitches switches) : IOperation
{
    public IEnumerable<Permission> Permissions(JsonObject input) =>
        [new("bedrock:TagResource", input.Text("resourceARN")) { Context = TagContext.Of(TagRules.Read(input["tags"])) }];

    public JsonObject? Execute(JsonObject input)
    {
        var added = TagRules.Read(input["tags"]);
        store.Update(jobs.Get(input.Text("resourceARN")).JobArn, job =>
        {
            TagRules.CheckState(job, switches);
            var tags = new Dictionary<string, string>(job.Tags, StringComparer.Ordinal);
            foreach (var (key, value) in added)
                tags[key] = value;
            if (tags.Count > TagRules.MaximumTags)
                throw ServiceException.Modelled("TooManyTagsException", $"A resource can have at most {TagRules.MaximumTags} tags.");
            return job with { Tags = tags };
        });
        return [];
    }
}
