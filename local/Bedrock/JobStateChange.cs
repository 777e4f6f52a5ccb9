namespace BatchResource.Local.Bedrock;

/// <summary>A state that a job entered.</summary>
/// <param name="Status">One of <see cref="JobStatus"/>.</param>
/// <param name="At">When, on the local clock.</param>
public sealed record JobStateChange(string Status, DateTimeOffset At);
