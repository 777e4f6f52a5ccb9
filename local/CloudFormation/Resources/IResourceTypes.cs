namespace BatchResource.Local.CloudFormation.Resources;

/// <summary>The resource types that are supported.</summary>
internal interface IResourceTypes
{
    /// <summary>The type of that name, or null.</summary>
    IResourceType? Find(string type);
}
