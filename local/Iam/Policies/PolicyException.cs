namespace BatchResource.Local.Iam.Policies;

/// <summary>A policy is malformed, or uses something that the local IAM cannot evaluate; it never counts as a pass.</summary>
/// <param name="message">What is wrong, and where.</param>
public sealed class PolicyException(string message) : Exception(message);
