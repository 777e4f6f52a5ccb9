using BatchResource.Local.CloudFormation.CustomResources;
using BatchResource.Local.CloudFormation.Resources.Types;
using BatchResource.Local.Iam;

namespace BatchResource.Local.CloudFormation.Resources;

/// <summary>Every resource type that the local CloudFormation knows.</summary>
internal sealed class ResourceTypes : IResourceTypes
{
    private readonly Dictionary<string, IResourceType> types;
    private readonly IResourceType custom;

    public ResourceTypes(
        IResourceType custom,
        LocalFunctions functions,
        IamRegistry roles,
        ParameterStore parameters,
        ILocalBuckets buckets)
    {
        this.custom = custom;
        SimulatedType[] simulated =
        [
            .. S3Types.All(buckets), .. IamTypes.All(roles), .. LambdaTypes.All(functions), .. ManagementTypes.All(parameters),
            .. KmsTypes.All(), .. BedrockTypes.All(), .. MessagingTypes.All(), .. Ec2Types.All(), .. CdkProvidedTypes.All(buckets),
        ];
        types = simulated.ToDictionary(type => type.Name, IResourceType (type) => type);
    }

    public IResourceType? Find(string type) =>
        types.GetValueOrDefault(type) ?? (CustomResource.IsCustom(type) ? custom : null);
}
