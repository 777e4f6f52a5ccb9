namespace BatchResource.Provider.Tests.Simulation;

/// <summary>How much a scenario held.</summary>
internal sealed record ScenarioCounts(int Steps, int Jobs, int Faults, Tally Met);
