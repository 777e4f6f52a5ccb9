namespace BatchResource.Provider.CloudFormation;

/// <summary>What CloudFormation wants of the resource.</summary>
internal enum RequestType
{
    Create,
    Update,
    Delete,
}
