namespace BatchResource.Local.CloudFormation.Stacks;

/// <summary>CloudFormation refuses an operation on a stack; nothing has been changed.</summary>
public sealed class StackException(string message) : Exception(message);
