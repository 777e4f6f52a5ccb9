namespace BatchResource.Local.Lambda;

/// <summary>An attempt to run an invocation.</summary>
public sealed record InvocationAttempt
{
    /// <summary>Lambda's request id, which stays the same when an event is repeated.</summary>
    public required string RequestId { get; init; }

    /// <summary>The function.</summary>
    public required string FunctionArn { get; init; }

    /// <summary>1 for the first attempt.</summary>
    public required int Attempt { get; init; }

    /// <summary>The event.</summary>
    public required ReadOnlyMemory<byte> Payload { get; init; }

    /// <summary>How it ended.</summary>
    public InvocationOutcome Outcome { get; init; }

    /// <summary>The error's type, such as <c>Sandbox.Timedout</c> or the function's own, or null.</summary>
    public string? ErrorType { get; init; }

    /// <summary>The error's message, or null.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>What the function returned, or the error object that it reported.</summary>
    public ReadOnlyMemory<byte> Response { get; init; }

    /// <summary>The process that served it, or null when none did.</summary>
    public int? ProcessId { get; init; }
}
