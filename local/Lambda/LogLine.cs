namespace BatchResource.Local.Lambda;

/// <summary>A line of a function's log.</summary>
/// <param name="At">When it was read, on the local clock.</param>
/// <param name="RequestId">The invocation that the process served then, or null while it started.</param>
/// <param name="Text">The line.</param>
public sealed record LogLine(DateTimeOffset At, string? RequestId, string Text)
{
    /// <summary>Its place in the log, from zero; stays the same when older lines are dropped.</summary>
    public long Number { get; init; }

    /// <summary>The log stream of the process that wrote it, as the function knows it by <c>AWS_LAMBDA_LOG_STREAM_NAME</c>.</summary>
    public string Stream { get; init; } = "";
}
