namespace BatchResource.Local.CloudFormation.Functions;

/// <summary>A function cannot be evaluated; the message is CloudFormation's reason.</summary>
internal sealed class FunctionException(string message) : Exception(message);
