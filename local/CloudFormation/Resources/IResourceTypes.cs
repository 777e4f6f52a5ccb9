namespace BatchResource.Local.CloudFormation.Resources;

/// <summary>The resource types that are supported.</summary>
internal interface IResourceTypes
{
    /// <summary>The type of that name, or null.</summary>
    IResourceType? Find(string type);

    /// <summary>The properties that a type has on AWS; null where any may be given, or they are not known.</summary>
    IReadOnlySet<string>? PropertiesOf(string type);

    /// <summary>The type of a resource that exists, whatever is supported by now.</summary>
    IResourceType Of(string type);
}
