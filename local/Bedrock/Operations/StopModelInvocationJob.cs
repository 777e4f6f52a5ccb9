using System.Text.Json.Nodes;
using BatchResource.Local.Bedrock.Jobs;
using BatchResource.Local.Bedrock.Switches;

namespace BatchResource.Local.Bedrock.Operations;

/// <summary><see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_StopModelInvocationJob.html"/>.</summary>
internal sealed class StopModelInvocationJob(JobDirectory jobs, JobStore store, TimeProvider clock, BedrockSwitches switches) : IOperation
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
            JobStatus.Stopping => switches.StopOfStoppingJob,
            JobStatus.Completed => StateAnswer.Validation,
            _ when JobStatus.IsTerminal(job.Status) => switches.StopOfEndedJob,
            _ => StateAnswer.Accepted,
        };
        BedrockSwitches.Apply(answer, $"The batch inference job cannot be stopped. State was: {job.Status}");
        return job.Status == JobStatus.Stopping || JobStatus.IsTerminal(job.Status) ? job : job.Enter(JobStatus.Stopping, clock.GetUtcNow());
    }
}
