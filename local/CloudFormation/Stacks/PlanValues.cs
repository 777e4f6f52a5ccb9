using System.Text.Json.Nodes;
using BatchResource.Local.CloudFormation.Functions;
using BatchResource.Local.CloudFormation.Resources;

namespace BatchResource.Local.CloudFormation.Stacks;

/// <summary>What the names of a template stand for, where some are only known when an update has been done.</summary>
internal sealed class PlanValues(IValues known) : IValues
{
    private readonly HashSet<string> unknownIds = [];
    private readonly HashSet<string> unknownAttributes = [];

    /// <summary>From now on the attributes of a resource are not known.</summary>
    public void HideAttributes(string logicalId) => unknownAttributes.Add(logicalId);

    /// <summary>From now on nothing of a resource is known.</summary>
    public void Hide(string logicalId)
    {
        unknownIds.Add(logicalId);
        unknownAttributes.Add(logicalId);
    }

    /// <summary>Whether the physical id of a resource is not known.</summary>
    public bool HidesId(string logicalId) => unknownIds.Contains(logicalId);

    /// <summary>Whether the attributes of a resource are not known.</summary>
    public bool HidesAttributes(string logicalId) => unknownAttributes.Contains(logicalId);

    public JsonNode? Ref(string name) => HidesId(name) ? UnknownValue.Text : known.Ref(name);

    public JsonNode? Attribute(string logicalId, string attribute) =>
        HidesAttributes(logicalId) ? UnknownValue.Text : known.Attribute(logicalId, attribute);

    public bool Condition(string name) => known.Condition(name);

    public JsonNode? Mapping(string map, string topLevelKey, string secondLevelKey) => known.Mapping(map, topLevelKey, secondLevelKey);

    public string Import(string name) => known.Import(name);

    public string StackOutput(string stackName, string outputName, string? region) => known.StackOutput(stackName, outputName, region);

    public string? StoredParameter(string name) => known.StoredParameter(name);
}
