namespace BatchResource.Local.Bedrock;

/// <summary>A call that was answered, or whose connection was dropped.</summary>
/// <param name="Number">Counts all calls, from 1.</param>
/// <param name="Operation">The operation's name, or null when there is none of that method and path.</param>
/// <param name="CallerArn">Who signed it, or null when the signature was refused.</param>
/// <param name="StatusCode">The HTTP status, or null when no answer was sent.</param>
/// <param name="ErrorCode">The error's name, or null.</param>
/// <param name="At">When it was answered, on the local clock.</param>
public sealed record RecordedCall(int Number, string? Operation, string? CallerArn, int? StatusCode, string? ErrorCode, DateTimeOffset At);
