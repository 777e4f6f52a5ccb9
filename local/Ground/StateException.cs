namespace BatchResource.Local.Ground;

/// <summary>What is kept on disk cannot be used: another process holds it, or it is damaged. It stays as it is.</summary>
public sealed class StateException(string message) : Exception(message);
