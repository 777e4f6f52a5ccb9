using System.Text.Json.Nodes;
using BatchResource.Local.CloudFormation.Resources;

namespace BatchResource.Local.CloudFormation.Stacks;

/// <summary>The resource type whose resources are stacks.</summary>
internal interface INestedStackType
{
    /// <summary>A name for the stack behind a resource that does not exist yet.</summary>
    string NewName(StackIdentity parent, string logicalId);

    /// <summary>What the stack behind a resource is to become.</summary>
    /// <param name="parent">The stack that it is nested in.</param>
    /// <param name="stack">Its name, or its ARN once it exists.</param>
    /// <param name="properties">The properties of the resource; a value that is not known yet is a <see cref="UnknownValue"/>.</param>
    /// <exception cref="ResourceFailedException">Its template is not there.</exception>
    StackRequest Request(StackIdentity parent, string stack, JsonObject properties);
}
