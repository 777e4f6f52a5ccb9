namespace BatchResource.Provider.Jobs;

/// <summary>What starting a job came to.</summary>
/// <param name="Job">The job, running or not, if there is one to name.</param>
/// <param name="FailureReason">Why no job can be reported as started; null on success.</param>
/// <param name="Origin">Where the job comes from, or would.</param>
internal sealed record StartResult(Job? Job, string? FailureReason, StartOrigin Origin)
{
    /// <summary>Whether Bedrock started a job could not be found out.</summary>
    public bool IsUnknown => Origin == StartOrigin.Unknown;

    public static StartResult Started(Job job) => new(job, null, StartOrigin.ThisInvocation);

    public static StartResult FoundStarted(Job job) => new(job, null, StartOrigin.EarlierDelivery);

    public static StartResult Adopted(Job job) => new(job, null, StartOrigin.EarlierEvent);

    public static StartResult NotStarted(string reason, Job? job = null) => new(job, reason, StartOrigin.EarlierDelivery);

    public static StartResult Unknown(string reason) => new(null, reason, StartOrigin.Unknown);
}
