using System.Text.Json.Nodes;
using BatchResource.Local.CloudFormation.Resources;

namespace BatchResource.Local.CloudFormation.Stacks;

/// <summary>
/// Finds out whether a nested stack would change. Its parent need not say so: the template behind the same URL can be another one.
/// </summary>
internal sealed class NestedDifferences(StackReader reader, StackTable table, StackServices services) : INestedPlans
{
    public NestedChange? Of(INestedStackType type, StackState parent, string logicalId, string? stackId, JsonObject properties) =>
        stackId is null || Differs(type, parent.Identity, stackId, properties) ? new(ChangeSetId: null) : null;

    /// <summary>Whether a resource is a stack that an update with these properties would change.</summary>
    public bool Differs(StackIdentity parent, ResourceState resource, JsonObject properties) =>
        resource.Current.PhysicalId is { } id && services.Types.Of(resource.Type) is INestedStackType type
        && Differs(type, parent, id, properties);

    private bool Differs(INestedStackType type, StackIdentity parent, string stackId, JsonObject properties)
    {
        if (table.Find(stackId) is not { Exists: true } stack)
            return false;
        try
        {
            return !Plan(stack, type.Request(parent, stackId, properties)).IsEmpty;
        }
        catch (Exception e) when (e is TemplateException or StackException or ResourceFailedException)
        {
            // The update says what is wrong.
            return true;
        }
    }

    private StackDiff Plan(StackState stack, StackRequest request)
    {
        var template = reader.Template(request, stack);
        var texts = StackReader.Texts(template, stack, request);
        var values = reader.Deployable(template, stack, texts);
        return StackPlan.Of(template, stack, values, texts, request.Tags ?? stack.Tags, table, services.Types, this);
    }
}
