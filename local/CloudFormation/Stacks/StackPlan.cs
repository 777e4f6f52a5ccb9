using System.Text.Json.Nodes;
using BatchResource.Local.CloudFormation.Changes;
using BatchResource.Local.CloudFormation.Functions;
using BatchResource.Local.CloudFormation.Resources;
using BatchResource.Local.CloudFormation.Templates;

namespace BatchResource.Local.CloudFormation.Stacks;

/// <summary>What a creation or an update would do. Nothing is executed from it: values that are unknown here are known then.</summary>
internal sealed class StackPlan
{
    private readonly Template template;
    private readonly StackState state;
    private readonly IResourceTypes types;
    private readonly PlanValues values;
    private readonly Evaluator evaluator;
    private readonly ChangeCauses causes;
    private readonly Template? former;
    private readonly INestedPlans nested;

    private StackPlan(
        Template template,
        StackState state,
        StackValues values,
        IReadOnlySet<string> changedParameters,
        IResourceTypes types,
        INestedPlans nested)
    {
        (this.template, this.state, this.types, this.nested) = (template, state, types, nested);
        this.values = new(values);
        evaluator = new(this.values);
        former = state.TemplateBody.Length == 0 ? null : TemplateReader.Read(state.TemplateBody, state.Parameters);
        causes = new(this.values, former, changedParameters);
    }

    /// <summary>The plan for a template.</summary>
    /// <param name="template">The template.</param>
    /// <param name="state">The stack as it is.</param>
    /// <param name="values">What the template's names stand for, as far as the resources exist.</param>
    /// <param name="texts">The texts of all parameters.</param>
    /// <param name="tags">The tags of the stack after it.</param>
    /// <param name="exports">The exports of all stacks.</param>
    /// <param name="types">The resource types.</param>
    /// <param name="nested">Plans the nested stacks.</param>
    public static StackDiff Of(
        Template template,
        StackState state,
        StackValues values,
        IReadOnlyDictionary<string, string> texts,
        IReadOnlyDictionary<string, string> tags,
        IExports exports,
        IResourceTypes types,
        INestedPlans nested)
    {
        var changed = texts.Where(text => state.Parameters.GetValueOrDefault(text.Key) != text.Value).Select(text => text.Key).ToHashSet();
        var plan = new StackPlan(template, state, values, changed, types, nested);
        var changes = plan.Changes();
        var hasOthers = !StackChecks.AreSame(state.Parameters, texts) || !StackChecks.AreSame(state.Tags, tags)
            || plan.ChangesOrder() || plan.ChangesOutputs(exports);
        return new(changes, texts, hasOthers);
    }

    private List<PlannedChange> Changes()
    {
        var graph = ResourceGraph.Of(template, values.Condition);
        var changes = ResourceGraph.Ordered(graph).Select(logicalId => Change(template.Resources[logicalId])).OfType<PlannedChange>();
        var removals = state.Resources.Values.Where(resource => !graph.ContainsKey(resource.LogicalId)).Select(Removal);
        return [.. changes.ToList().Concat(removals).OrderBy(change => change.LogicalId, StringComparer.Ordinal)];
    }

    private bool ChangesOrder() => ResourceGraph.Of(template, values.Condition).Any(node =>
        state.Resources.TryGetValue(node.Key, out var resource) && !node.Value.ToHashSet().SetEquals(resource.Dependencies));

    private bool ChangesOutputs(IExports exports)
    {
        try
        {
            return !OutputResolver.Resolve(template, evaluator, exports, state).SequenceEqual(state.Outputs);
        }
        catch (Exception e) when (e is FunctionException or ResourceFailedException)
        {
            return true;
        }
    }

    private PlannedChange? Change(TemplateResource resource)
    {
        var after = After(resource);
        if (!state.Resources.TryGetValue(resource.LogicalId, out var existing) || existing.FailedToCreate)
        {
            values.Hide(resource.LogicalId);
            return new(ChangeAction.Add, resource.LogicalId, resource.Type)
            {
                ChangeSetId = Nested(resource, stackId: null, after)?.ChangeSetId,
                After = after,
            };
        }

        var (type, before) = (types.Of(resource.Type), existing.Current.Properties);
        var properties = before.Select(member => member.Key).Union(after.Select(member => member.Key))
            .Where(name => !Stringified.AreEqual(Only(before, name), Only(after, name)))
            .ToList();
        var details = properties
            .SelectMany(name => causes.Of(resource, name).Select(cause => cause with
            {
                Recreation = Recreation(type, before, after, name),
                Before = Text(before[name]),
                After = Text(after[name]),
            }))
            .Concat(OtherDetails(resource, existing))
            .ToList();
        var within = Nested(resource, existing.Current.PhysicalId, after);
        if (within is not null && details.Count == 0)
            details.Add(new("Properties", ChangeSource.Automatic));
        if (details.Count == 0 && existing.Status != ResourceStatus.UpdateFailed)
            return null;

        var replacement = properties.Count == 0 ? Replacement.False : type.Replaces(before, after);
        if (replacement != Replacement.False)
            values.Hide(resource.LogicalId);
        else if (properties.Count > 0 || within is not null)
            values.HideAttributes(resource.LogicalId);
        return new(ChangeAction.Modify, resource.LogicalId, resource.Type)
        {
            PhysicalId = existing.Current.PhysicalId,
            Replacement = replacement,
            Details = details,
            ChangeSetId = within?.ChangeSetId,
            PolicyAction = replacement == Replacement.True ? $"ReplaceAnd{resource.UpdateReplacePolicy}" : null,
            Before = before,
            After = after,
        };
    }

    /// <summary>What becomes of the stack that a resource is; null for any other resource, and for a stack that stays as it is.</summary>
    private NestedChange? Nested(TemplateResource resource, string? stackId, JsonObject after) =>
        types.Of(resource.Type) is INestedStackType type ? nested.Of(type, state, resource.LogicalId, stackId, after) : null;

    private static PlannedChange Removal(ResourceState resource) => new(ChangeAction.Remove, resource.LogicalId, resource.Type)
    {
        PhysicalId = resource.Current.PhysicalId,
        PolicyAction = ResourceDeletions.IsRetained(resource.DeletionPolicy) ? ResourcePolicy.Retain : resource.DeletionPolicy,
        Before = resource.Current.Properties,
    };

    private IEnumerable<ChangeDetail> OtherDetails(TemplateResource resource, ResourceState existing)
    {
        if (resource.DeletionPolicy != existing.DeletionPolicy)
        {
            yield return new("DeletionPolicy", ChangeSource.DirectModification)
            {
                Before = existing.DeletionPolicy,
                After = resource.DeletionPolicy,
            };
        }

        if (resource.UpdateReplacePolicy != existing.UpdateReplacePolicy)
        {
            yield return new("UpdateReplacePolicy", ChangeSource.DirectModification)
            {
                Before = existing.UpdateReplacePolicy,
                After = resource.UpdateReplacePolicy,
            };
        }

        if (former?.Resources.GetValueOrDefault(resource.LogicalId) is { } was && !JsonNode.DeepEquals(was.Metadata, resource.Metadata))
            yield return new("Metadata", ChangeSource.DirectModification) { Before = Text(was.Metadata), After = Text(resource.Metadata) };
    }

    /// <summary>
    /// The properties that the resource is to have; each by itself, since one that cannot be computed yet leaves the others known.
    /// </summary>
    private JsonObject After(TemplateResource resource)
    {
        var after = new JsonObject();
        foreach (var (name, value) in resource.Properties)
        {
            try
            {
                if (evaluator.Evaluate(value) is { } known)
                    after[name] = known;
            }
            catch (Exception e) when (e is FunctionException or ResourceFailedException)
            {
                after[name] = UnknownValue.Text;
            }
        }

        return after;
    }

    private static Recreation Recreation(IResourceType type, JsonObject before, JsonObject after, string property)
    {
        var one = before.DeepClone().AsObject();
        one.Remove(property);
        if (after[property] is { } value)
            one[property] = value.DeepClone();
        return type.Replaces(before, one) switch
        {
            Replacement.True => CloudFormation.Changes.Recreation.Always,
            Replacement.Conditional => CloudFormation.Changes.Recreation.Conditionally,
            _ => CloudFormation.Changes.Recreation.Never,
        };
    }

    private static JsonObject Only(JsonObject properties, string name) => new() { [name] = properties[name]?.DeepClone() };

    private static string? Text(JsonNode? value) => value is JsonValue scalar ? Evaluator.ScalarText(scalar) : value?.ToJsonString();
}
