namespace BatchResource.Local.Lambda;

/// <summary>An event as the Runtime API hands it to a process.</summary>
/// <param name="RequestId">Lambda's request id.</param>
/// <param name="FunctionArn">The function.</param>
/// <param name="Deadline">When the process is killed, on the machine's clock.</param>
/// <param name="Payload">The event.</param>
internal sealed record RuntimeEvent(string RequestId, string FunctionArn, DateTimeOffset Deadline, ReadOnlyMemory<byte> Payload);
