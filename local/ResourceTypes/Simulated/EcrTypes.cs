namespace BatchResource.Local.ResourceTypes.Simulated;

/// <summary>Amazon Elastic Container Registry: the surface of a repository, as the CDK's bootstrap stack has one.</summary>
internal static class EcrTypes
{
    public static IEnumerable<SimulatedType> All() =>
    [
        new("AWS::ECR::Repository")
        {
            PhysicalId = resource => resource.Named("RepositoryName", 256).ToLowerInvariant(),
            ReplacedBy = ["RepositoryName", "EncryptionConfiguration"],
            Attributes = new()
            {
                ["Arn"] = resource => resource.Arn("ecr", $"repository/{resource.PhysicalId}"),
                ["RepositoryUri"] = resource =>
                    $"{resource.Stack.AccountId}.dkr.ecr.{resource.Stack.Region}.{resource.Stack.UrlSuffix}/{resource.PhysicalId}",
            },
        },
    ];
}
