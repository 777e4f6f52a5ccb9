namespace BatchResource.Provider.Logging;

/// <summary>What every line of one event has in common.</summary>
internal sealed record LogScope(string StackId, string LogicalResourceId, string RequestId, string? LambdaRequestId);
