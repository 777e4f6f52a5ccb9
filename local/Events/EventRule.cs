namespace BatchResource.Local.Events;

/// <summary>A rule of EventBridge.</summary>
/// <param name="Arn">The rule's ARN.</param>
/// <param name="Pattern">What it selects; null when it runs on a schedule, which nothing here does.</param>
/// <param name="Targets">Where it sends it.</param>
internal sealed record EventRule(string Arn, EventPattern? Pattern, IReadOnlyList<EventTarget> Targets);
