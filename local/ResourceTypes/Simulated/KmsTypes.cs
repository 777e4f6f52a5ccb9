namespace BatchResource.Local.ResourceTypes.Simulated;

/// <summary>AWS Key Management Service.</summary>
internal static class KmsTypes
{
    public static IEnumerable<SimulatedType> All() =>
    [
        new("AWS::KMS::Key")
        {
            PhysicalId = _ => Guid.NewGuid().ToString(),
            ReplacedBy = ["KeySpec", "KeyUsage", "MultiRegion", "Origin"],
            Attributes = new()
            {
                ["Arn"] = resource => resource.Arn("kms", $"key/{resource.PhysicalId}"),
                ["KeyId"] = resource => resource.PhysicalId,
            },
        },
        new("AWS::KMS::Alias") { PhysicalId = resource => resource.Text("AliasName") ?? "", ReplacedBy = ["AliasName"] },
    ];
}
