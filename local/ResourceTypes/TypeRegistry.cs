using BatchResource.Local.CloudFormation.Resources;
using BatchResource.Local.ResourceTypes.CustomResources;
using BatchResource.Local.ResourceTypes.Simulated;

namespace BatchResource.Local.ResourceTypes;

/// <summary>Every resource type that the local CloudFormation knows.</summary>
internal sealed class TypeRegistry : IResourceTypes
{
    private readonly Dictionary<string, IResourceType> types;
    private readonly CustomResource custom;
    private readonly bool simulatesUnknown;

    /// <param name="custom">Answers for custom resources that are not simulated.</param>
    /// <param name="others">Types that do more than <paramref name="simulated"/> ones, by name.</param>
    /// <param name="simulated">The types of which only the surface exists.</param>
    /// <param name="simulatesUnknown">Whether any other type is taken for one that does nothing.</param>
    public TypeRegistry(
        CustomResource custom,
        IReadOnlyDictionary<string, IResourceType> others,
        IEnumerable<SimulatedType> simulated,
        bool simulatesUnknown)
    {
        this.simulatesUnknown = simulatesUnknown;
        this.custom = custom;
        types = simulated.ToDictionary(type => type.Name, IResourceType (type) => type);
        foreach (var (name, type) in others)
            types[name] = type;
    }

    /// <summary>The names of the types that are known, custom resources aside.</summary>
    public IReadOnlyCollection<string> Names => types.Keys;

    /// <inheritdoc/>
    public IResourceType? Find(string type) =>
        Known(type) ?? (simulatesUnknown && UnknownType.IsTypeName(type) ? UnknownType.Instance : null);

    /// <inheritdoc/>
    public IResourceType Of(string type) => Known(type) ?? UnknownType.Instance;

    /// <inheritdoc/>
    public IReadOnlySet<string>? PropertiesOf(string type) => PropertyNames.Of(type);

    private IResourceType? Known(string type) => types.GetValueOrDefault(type) ?? (CustomResource.IsCustom(type) ? custom : null);
}
