namespace BatchResource.Local.CloudFormation;

/// <summary>CloudFormation refuses an operation on a stack; nothing has been changed.</summary>
public sealed class StackException(string message) : Exception(message);
