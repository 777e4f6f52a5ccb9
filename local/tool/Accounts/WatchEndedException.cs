namespace BatchResource.Local.Tool.Accounts;

/// <summary>The command was interrupted while it waited for an operation that goes on in another process.</summary>
/// <param name="stack">The stack.</param>
/// <param name="endpoint">Who does it.</param>
internal sealed class WatchEndedException(string stack, Uri endpoint) : OperationCanceledException(
    $"Interrupted. The operation on {stack} goes on at {endpoint}: events {stack} --follow shows it.");
