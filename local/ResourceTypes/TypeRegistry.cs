using BatchResource.Local.CloudFormation.Resources;
using BatchResource.Local.ResourceTypes.CustomResources;
using BatchResource.Local.ResourceTypes.Simulated;
using BatchResource.Local.ResourceTypes.WaitConditions;

namespace BatchResource.Local.ResourceTypes;

/// <summary>Every resource type that the local CloudFormation knows.</summary>
internal sealed class TypeRegistry : IResourceTypes
{
    private readonly Dictionary<string, IResourceType> types;
    private readonly CustomResource custom;

    /// <param name="custom">Answers for custom resources that are not simulated.</param>
    /// <param name="waitCondition">Answers for wait conditions.</param>
    /// <param name="simulated">The types of which only the surface exists.</param>
    public TypeRegistry(CustomResource custom, WaitCondition waitCondition, IEnumerable<SimulatedType> simulated)
    {
        this.custom = custom;
        types = simulated.ToDictionary(type => type.Name, IResourceType (type) => type);
        types[WaitCondition.TypeName] = waitCondition;
    }

    public IResourceType? Find(string type) =>
        types.GetValueOrDefault(type) ?? (CustomResource.IsCustom(type) ? custom : null);
}
