using System.Text.Json.Nodes;
using BatchResource.Local.Ground.RestJson;
using BatchResource.Local.Iam;

namespace BatchResource.Local.Bedrock.Operations;

/// <summary><see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_GetModelInvocationJob.html"/>.</summary>
internal sealed class GetModelInvocationJob(JobDirectory jobs) : IOperation
{
    public IEnumerable<Permission> Permissions(JsonObject input) =>
        [new("bedrock:GetModelInvocationJob", jobs.ArnOf(input.Text("jobIdentifier")))];

    public JsonObject? Execute(JsonObject input) => JobJson.Render(jobs.Get(input.Text("jobIdentifier")), withToken: true);
}
