namespace BatchResource.Local.Scheduler;

/// <summary>A schedule of EventBridge Scheduler that repeats.</summary>
/// <param name="Arn">The schedule's ARN.</param>
/// <param name="Interval">The time between two invocations.</param>
/// <param name="EndDate">When it invokes its target no more, or null for never.</param>
/// <param name="TargetArn">The function that it invokes.</param>
/// <param name="RoleArn">The role with which it does.</param>
/// <param name="Input">The payload.</param>
internal sealed record Schedule(
    string Arn, TimeSpan Interval, DateTimeOffset? EndDate, string TargetArn, string RoleArn, string Input);
