using Amazon.Runtime;

namespace BatchResource.Provider.Stacks;

/// <summary>A call of CloudFormation's API: an action and its parameters.</summary>
internal sealed class StackCall(string action, IReadOnlyDictionary<string, string> parameters) : AmazonWebServiceRequest
{
    public string Action { get; } = action;

    public IReadOnlyDictionary<string, string> Parameters { get; } = parameters;
}
