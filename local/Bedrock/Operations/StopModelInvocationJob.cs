using System.Text.Json.Nodes;
using BatchResource.Local.Bedrock.Jobs;
using BatchResource.Local.Ground.RestJson;
using BatchResource.Local.Iam;

namespace BatchResource.Local.Bedrock.Operations;

/// <summary><see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_StopModelInvocationJob.html"/>.</summary>
internal sealed class StopModelInvocationJob(JobDirectory jobs, JobStore store, JobLifecycle lifecycle, BedrockOptions options) : IOperation
{
    public IEnumerable<Permission> Permissions(JsonObject input) =>
        [new("bedrock:StopModelInvocationJob", jobs.ArnOf(input.Text("jobIdentifier")))];

    public JsonObject? Execute(JsonObject input)
    {
        store.Update(jobs.Get(input.Text("jobIdentifier")).JobArn, Stop);
        return null;
    }

    private ModelInvocationJob Stop(ModelInvocationJob job)
    {
        var answer = job.Status switch
        {
            JobStatus.Stopping => options.Switches.StopOfStoppingJob,
            JobStatus.Completed => StateAnswer.Validation,
            _ when JobStatus.IsTerminal(job.Status) => options.Switches.StopOfEndedJob,
            _ => StateAnswer.Accepted,
        };
        BedrockSwitches.Apply(answer, $"The batch inference job cannot be stopped. State was: {job.Status}");
        return job.Status == JobStatus.Stopping || JobStatus.IsTerminal(job.Status)
            ? job
            : lifecycle.Now(job).Enter(JobStatus.Stopping, options.Clock.GetUtcNow());
    }
}
