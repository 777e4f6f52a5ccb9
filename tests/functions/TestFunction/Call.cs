namespace TestFunction;

/// <summary>An event with what the Runtime API says of it.</summary>
internal sealed record Call(string RequestId, string FunctionArn, long DeadlineMs, string Payload);
