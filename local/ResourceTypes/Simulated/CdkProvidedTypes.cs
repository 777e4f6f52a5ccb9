using BatchResource.Local.S3;

namespace BatchResource.Local.ResourceTypes.Simulated;

/// <summary>
/// Custom resources that the CDK itself brings along with a Node.js function. The local Lambda runs no Node.js; what these do is little
/// and known, so it is done here instead.
/// </summary>
internal static class CdkProvidedTypes
{
    public static IEnumerable<SimulatedType> All(ILocalBuckets buckets) =>
    [
        new("Custom::S3AutoDeleteObjects")
        {
            PhysicalId = resource => resource.Text("BucketName") ?? "",
            ReplacedBy = ["BucketName"],
            Remove = resource => buckets.Empty(resource.PhysicalId),
        },
        new("Custom::LogRetention")
        {
            PhysicalId = resource => resource.Text("LogGroupName") ?? "",
            ReplacedBy = ["LogGroupName"],
            Attributes = new() { ["LogGroupName"] = resource => resource.PhysicalId },
        },
        new("Custom::VpcRestrictDefaultSG") { PhysicalId = resource => resource.Text("DefaultSecurityGroupId") ?? "" },
    ];
}
