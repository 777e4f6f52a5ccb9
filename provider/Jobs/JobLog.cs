using System.Globalization;
using BatchResource.Provider.Logging;

namespace BatchResource.Provider.Jobs;

/// <summary>The log lines about jobs. Those about events and answers are in <see cref="Log"/>.</summary>
internal sealed class JobLog(Log log) : Log(log)
{
    public void EventTooOld(TimeSpan age) => Write(LogLevel.Warning, "EventTooOld", "L12", ("ageSeconds", Seconds(age)));

    public void EventNotAwaited() => Write(LogLevel.Warning, "EventNotAwaited", "L4");

    public void JobAccepted(Job job) => Write(LogLevel.Information, "JobAccepted", "L4", About(job));

    public void JobNotDescribed(Job job, string failure) =>
        Write(LogLevel.Warning, "JobNotDescribed", "L8", [.. About(job), ("failure", failure)]);

    public void StartDecided(Job job, ReplayDecision decision, int attempt) =>
        Write(
            LogLevel.Information,
            "StartDecided",
            decision == ReplayDecision.Use ? "L4" : "L7",
            [.. About(job), ("decision", decision.ToString()), ("attempt", Number(attempt))]);

    public void CallRepeated(string operation, string error, int repetition, TimeSpan delay) =>
        Write(
            LogLevel.Warning,
            "CallRepeated",
            "L13",
            ("operation", operation),
            ("error", error),
            ("repetition", Number(repetition)),
            ("delaySeconds", Seconds(delay)));

    public void UpdatedInPlace(Job job) => Write(LogLevel.Information, "UpdatedInPlace", "L10", About(job));

    public void TagsNotChanged(Job job, string failure) =>
        Write(LogLevel.Warning, "TagsNotChanged", "L10", [.. About(job), ("failure", failure)]);

    public void JobForgotten(JobArn arn) => Write(LogLevel.Warning, "JobForgotten", "L10", ("jobArn", arn.Value));

    public void JobReused(Job job, bool isReturn) =>
        Write(LogLevel.Information, "JobReused", "L11", [.. About(job), ("decision", isReturn ? "Return" : "Adopt")]);

    public void JobAbandoned(Job job) => Write(LogLevel.Warning, "JobAbandoned", "L11", About(job));

    public void JobNotAbandoned(Job job, string failure) =>
        Write(LogLevel.Error, "JobNotAbandoned", "L11", [.. About(job), ("failure", failure)]);

    public void JobLeft(JobArn arn, string physicalResourceId) =>
        Write(LogLevel.Information, "JobLeft", "L12", ("jobArn", arn.Value), ("physicalResourceId", physicalResourceId));

    public void StopRequested(JobArn arn) => Write(LogLevel.Information, "StopRequested", "L12", ("jobArn", arn.Value));

    public void StopRefused(JobArn arn, string failure) =>
        Write(LogLevel.Information, "StopRefused", "L12", ("jobArn", arn.Value), ("failure", failure));

    public void JobEnded(Job job) => Write(LogLevel.Information, "JobEnded", "L12", About(job));

    public void EndNotSeen(Job job, string reason) =>
        Write(LogLevel.Warning, "EndNotSeen", "L12", [.. About(job), ("failure", reason)]);

    public void CompletionSignalled(Job job, string? failureReason) =>
        Write(LogLevel.Information, "CompletionSignalled", "L2", [.. About(job), ("failure", failureReason)]);

    public void StackNotAsked(string failure) => Write(LogLevel.Warning, "StackNotAsked", "L12", ("failure", failure));

    public void JobsNotLookedFor(string failure) => Write(LogLevel.Warning, "JobsNotLookedFor", "L12", ("failure", failure));

    public void LookingForJobs(string physicalResourceId) =>
        Write(LogLevel.Information, "LookingForJobs", "L12", ("physicalResourceId", physicalResourceId));

    private static (string Name, string? Value)[] About(Job job) =>
        [("jobArn", job.Arn.Value), ("jobName", job.Name), ("jobStatus", job.Status.Name)];

    private static string Seconds(TimeSpan time) =>
        time.TotalSeconds.ToString("F3", CultureInfo.InvariantCulture);
}
