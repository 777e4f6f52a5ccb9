namespace BatchResource.Provider.Jobs;

/// <summary>What starting a job came to.</summary>
/// <param name="Job">The job, running or not, if there is one to name.</param>
/// <param name="FailureReason">Why no job can be reported as started; null on success.</param>
/// <param name="IsUnknown">Whether Bedrock started a job could not be found out.</param>
internal sealed record StartResult(Job? Job, string? FailureReason, bool IsUnknown)
{
    public static StartResult Started(Job job) => new(job, null, IsUnknown: false);

    public static StartResult NotStarted(string reason, Job? job = null) => new(job, reason, IsUnknown: false);

    public static StartResult Unknown(string reason) => new(null, reason, IsUnknown: true);
}
