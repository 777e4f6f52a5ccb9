namespace BatchResource.Local.CloudFormation;

/// <summary>CloudFormation refuses to create a stack, since there is one of that name.</summary>
public sealed class StackExistsException(string message) : StackException(message);
