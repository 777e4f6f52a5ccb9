using System.Text.Json.Nodes;
using BatchResource.Local.Bedrock.Batches;
using BatchResource.Local.Bedrock.Jobs;
using BatchResource.Local.Ground.RestJson;
using BatchResource.Local.Iam;

namespace BatchResource.Local.Bedrock.Operations;

/// <summary><see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_CreateModelInvocationJob.html"/>.</summary>
internal sealed class CreateModelInvocationJob(JobStore store, BedrockOptions options) : IOperation
{
    private readonly BedrockSwitches switches = options.Switches;

    public IEnumerable<Permission> Permissions(JsonObject input)
    {
        yield return new("bedrock:CreateModelInvocationJob", ModelIds.ToArn(input.Text("modelId"), options.Account));
        yield return new("bedrock:CreateModelInvocationJob", options.Account.JobArn("*"));
        if (input["tags"] is JsonArray { Count: > 0 } tags)
            yield return new("bedrock:TagResource", options.Account.JobArn("*")) { Context = TagContext.Of(TagRules.Read(tags)) };
        yield return new("iam:PassRole", input.Text("roleArn"))
        {
            Context = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
            {
                ["iam:PassedToService"] = ["bedrock.amazonaws.com"],
            },
        };
    }

    public JsonObject? Execute(JsonObject input)
    {
        var wanted = JobFactory.Create(input, options);
        var job = store.GetOrAdd(existing => ByToken(existing, wanted) ?? New(existing, wanted));
        return new JsonObject { ["jobArn"] = job.JobArn };
    }

    private ModelInvocationJob? ByToken(IReadOnlyList<ModelInvocationJob> existing, ModelInvocationJob wanted)
    {
        var earlier = existing.LastOrDefault(job => wanted.ClientRequestToken is { } token && job.ClientRequestToken == token
            && (switches.TokenLifetime == Timeout.InfiniteTimeSpan || wanted.SubmitTime <= job.SubmitTime + switches.TokenLifetime));
        if (earlier is null)
            return null;
        var answer = earlier.Fingerprint == wanted.Fingerprint ? switches.RepeatedToken : switches.RepeatedTokenWithOtherParameters;
        const string Refusal = "The provided client request token was used before.";
        return answer switch
        {
            TokenAnswer.SameJob => earlier,
            TokenAnswer.Conflict => throw ServiceException.Conflict(Refusal),
            TokenAnswer.Validation => throw ServiceException.Validation(Refusal),
            _ => null,
        };
    }

    private ModelInvocationJob New(IReadOnlyList<ModelInvocationJob> existing, ModelInvocationJob wanted)
    {
        if (existing.Any(job => job.JobName == wanted.JobName))
            BedrockSwitches.Apply(switches.NameInUse, "The provided job name is currently in use");
        if (existing.Count(job => job.ModelId == wanted.ModelId && !JobStatus.IsTerminal(job.Status)) >= options.MaximumActiveJobsPerModel)
        {
            throw ServiceException.Modelled(
                "ServiceQuotaExceededException",
                $"Sum of in-progress and submitted batch inference jobs using a base model for {wanted.ModelId} has reached its quota.");
        }
        var job = wanted with { JobArn = options.Account.JobArn(options.JobId(wanted.JobName)) };
        if (switches.UntrustedRole == RoleAnswer.RefusesCreate && !new ServiceRole(job, options.Authorizer, options.Account).CanBeAssumed)
            throw ServiceException.Validation(ServiceRole.Untrusted);
        return job;
    }
}
