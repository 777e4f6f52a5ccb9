namespace BatchResource.Local.Lambda;

/// <summary>What a process reported of an event.</summary>
/// <param name="ErrorType">The error's type, or null when the function returned.</param>
/// <param name="Body">What it returned, or the error object.</param>
internal sealed record RuntimeReply(string? ErrorType, ReadOnlyMemory<byte> Body);
