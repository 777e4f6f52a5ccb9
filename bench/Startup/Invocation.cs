namespace BatchResource.Bench.Startup;

/// <summary>The times of one event.</summary>
/// <param name="Handed">From the start of the process until it was handed the event.</param>
/// <param name="Answered">From there until CloudFormation had its answer.</param>
internal sealed record Invocation(TimeSpan Handed, TimeSpan Answered);
