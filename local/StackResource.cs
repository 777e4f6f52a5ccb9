using BatchResource.Local.CloudFormation;
using BatchResource.Local.CloudFormation.Stacks;

namespace BatchResource.Local;

/// <summary>A resource of a stack.</summary>
/// <param name="LogicalId">Its key in the template.</param>
/// <param name="PhysicalId">What <c>Ref</c> returns, or null when it was never created.</param>
/// <param name="Type">The resource type.</param>
/// <param name="Status">One of <see cref="ResourceStatus"/>.</param>
/// <param name="StatusReason">Why, where there is something to say.</param>
public sealed record StackResource(string LogicalId, string? PhysicalId, string Type, string Status, string? StatusReason)
{
    internal static StackResource Of(ResourceState resource) =>
        new(resource.LogicalId, resource.Current.PhysicalId, resource.Type, resource.Status, resource.StatusReason);
}
