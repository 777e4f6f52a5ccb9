using BatchResource.Local.Bedrock.Jobs;
using BatchResource.Local.Ground;
using BatchResource.Local.Ground.RestJson;

namespace BatchResource.Local.Bedrock.Operations;

/// <summary>Finds jobs by what callers name them with: the ARN, or the twelve characters at its end.</summary>
internal sealed class JobDirectory(JobStore store, JobLifecycle lifecycle, Account account)
{
    /// <summary>The job's ARN, whether there is such a job or not.</summary>
    public string ArnOf(string identifier) => identifier.Contains(':', StringComparison.Ordinal) ? identifier : account.JobArn(identifier);

    /// <summary>The job.</summary>
    /// <exception cref="ServiceException">There is no such job.</exception>
    public ModelInvocationJob Get(string identifier) => store.Find(ArnOf(identifier)) is { } job
        ? lifecycle.Now(job)
        : throw ServiceException.NotFound("The provided batch inference job was not found.");
}
