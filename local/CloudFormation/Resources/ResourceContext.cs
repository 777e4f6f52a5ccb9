namespace BatchResource.Local.CloudFormation.Resources;

/// <summary>Which resource an operation is about.</summary>
/// <param name="Stack">The stack.</param>
/// <param name="LogicalId">The logical id.</param>
/// <param name="Type">The resource type.</param>
/// <param name="RequestIds">Where the request ids of events to a provider come from.</param>
internal sealed record ResourceContext(StackIdentity Stack, string LogicalId, string Type, RequestIds RequestIds);
