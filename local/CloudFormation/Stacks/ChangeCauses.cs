using System.Text.Json.Nodes;
using BatchResource.Local.CloudFormation.Changes;
using BatchResource.Local.CloudFormation.Functions;
using BatchResource.Local.CloudFormation.Templates;

namespace BatchResource.Local.CloudFormation.Stacks;

/// <summary>Finds why a property changes.</summary>
/// <param name="values">What is known, and what is not because other resources change.</param>
/// <param name="former">The template of the last deployment, or null.</param>
/// <param name="changedParameters">The parameters whose value is another one.</param>
internal sealed class ChangeCauses(PlanValues values, Template? former, IReadOnlySet<string> changedParameters)
{
    /// <summary>Every cause of a property's change, at least one.</summary>
    public IReadOnlyList<ChangeDetail> Of(TemplateResource resource, string property)
    {
        var declared = resource.Properties[property];
        var causes = new List<ChangeDetail>();
        if (!JsonNode.DeepEquals(declared, former?.Resources.GetValueOrDefault(resource.LogicalId)?.Properties[property]))
            causes.Add(Detail(property, ChangeSource.DirectModification));
        foreach (var reference in ReferenceFinder.In(declared, values.Condition).Distinct())
        {
            if (reference.Kind == ReferenceKind.Ref && changedParameters.Contains(reference.Name))
                causes.Add(Detail(property, ChangeSource.ParameterReference) with { CausingEntity = reference.Name });
            else if (reference.Kind == ReferenceKind.Ref && values.HidesId(reference.Name))
                causes.Add(Detail(property, ChangeSource.ResourceReference) with { CausingEntity = reference.Name });
            else if (reference.Kind == ReferenceKind.Attribute && values.HidesAttributes(reference.Name))
                causes.Add(OfAttribute(property, reference));
        }

        return causes.Count > 0 ? causes : [Detail(property, ChangeSource.Automatic)];
    }

    private static ChangeDetail OfAttribute(string property, Reference reference) =>
        Detail(property, ChangeSource.ResourceAttribute) with { CausingEntity = $"{reference.Name}.{reference.Attribute}" };

    private static ChangeDetail Detail(string property, ChangeSource source) => new("Properties", source) { Property = property };
}
