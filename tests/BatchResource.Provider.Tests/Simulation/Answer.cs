namespace BatchResource.Provider.Tests.Simulation;

/// <summary>What CloudFormation was told.</summary>
internal sealed record Answer(bool IsSuccess, string PhysicalResourceId, string? Reason, IReadOnlyDictionary<string, string> Data);
