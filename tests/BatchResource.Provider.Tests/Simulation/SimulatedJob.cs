using BatchResource.Provider.Jobs;

namespace BatchResource.Provider.Tests.Simulation;

/// <summary>A job whose state follows from the time.</summary>
internal sealed class SimulatedJob(JobArn arn, NewJob request, DateTimeOffset submitTime, SimulatedBedrockSwitches switches)
{
    private static readonly TimeSpan SubmittedFor = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ValidatingFor = TimeSpan.FromSeconds(50);
    private static readonly TimeSpan ScheduledFor = TimeSpan.FromSeconds(60);

    private DateTimeOffset? failedAt;
    private DateTimeOffset? completedAt;

    public JobArn Arn { get; } = arn;

    public NewJob Request { get; } = request;

    public DateTimeOffset SubmitTime { get; } = submitTime;

    public Dictionary<string, string> Tags { get; } = new(request.Tags, StringComparer.Ordinal);

    public DateTimeOffset? StopRequestedAt { get; private set; }

    /// <summary>What the caller, of whatever kind, was when it stopped the job.</summary>
    public string? StoppedBy { get; private set; }

    public string? Message { get; private set; }

    /// <summary>What Get tells of the records; null for nothing.</summary>
    public RecordCounts? Records { get; set; }

    /// <summary>What the caller, of whatever kind, was when it created the job.</summary>
    public string? CreatedBy { get; init; }

    public bool Stop(DateTimeOffset now, string? by = null)
    {
        if (StatusAt(now).IsTerminal)
        {
            return false;
        }

        StoppedBy ??= by;
        StopRequestedAt ??= now;
        return true;
    }

    public void Fail(DateTimeOffset now, string message)
    {
        if (!StatusAt(now).IsTerminal)
        {
            failedAt = now;
            Message = message;
        }
    }

    public void Complete(DateTimeOffset now)
    {
        if (StatusAt(now).IsActive)
        {
            completedAt = now;
        }
    }

    public JobStatus StatusAt(DateTimeOffset now)
    {
        if (completedAt <= now)
        {
            return JobStatus.Completed;
        }

        if (failedAt <= now)
        {
            return JobStatus.Failed;
        }

        if (StopRequestedAt is { } stop && stop <= now)
        {
            return now >= stop + switches.StopTime ? JobStatus.Stopped : JobStatus.Stopping;
        }

        return (now - SubmitTime) switch
        {
            var age when age < SubmittedFor => JobStatus.Submitted,
            var age when age < SubmittedFor + ValidatingFor => JobStatus.Validating,
            var age when age < SubmittedFor + ValidatingFor + ScheduledFor => JobStatus.Scheduled,
            var age when age < switches.RunTime => JobStatus.InProgress,
            _ => JobStatus.Completed,
        };
    }

    /// <summary>The job as Get or List shows it.</summary>
    public Job At(DateTimeOffset now, bool withToken) => new()
    {
        Arn = Arn,
        Name = Request.Name,
        Status = StatusAt(now),
        Message = Message,
        ClientRequestToken = withToken ? Request.Token : null,
        ModelId = $"arn:aws:bedrock:us-east-1::foundation-model/{Request.Definition.ModelId}",
        SubmitTime = SubmitTime,
        RoleArn = Request.Definition.RoleArn,
        InputS3Uri = Request.Definition.Input.S3Uri,
        EndedAt = failedAt ?? completedAt ?? StopRequestedAt,
        Records = withToken ? Records : null,
        OutputS3Uri = Request.Definition.Output.S3Uri,
    };
}
