namespace BatchResource.Local.Lambda;

/// <summary>An event on its way to a function.</summary>
/// <param name="FunctionArn">The function.</param>
/// <param name="Payload">The event.</param>
/// <param name="AcceptedAt">When it was accepted, on the local clock.</param>
/// <param name="IsEvent">Whether it is invoked asynchronously, and so repeated when it fails.</param>
internal sealed record Invocation(string FunctionArn, ReadOnlyMemory<byte> Payload, DateTimeOffset AcceptedAt, bool IsEvent)
{
    private readonly TaskCompletionSource<InvocationAttempt> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string RequestId { get; } = Guid.NewGuid().ToString();

    /// <summary>1 for the first attempt.</summary>
    public int Attempt { get; set; } = 1;

    /// <summary>The last attempt, once no other follows.</summary>
    public Task<InvocationAttempt> Ended => ended.Task;

    public InvocationAttempt Record(InvocationOutcome outcome) => new()
    {
        RequestId = RequestId,
        FunctionArn = FunctionArn,
        Attempt = Attempt,
        Payload = Payload,
        Outcome = outcome,
    };

    public void End(InvocationAttempt last) => ended.TrySetResult(last);
}
