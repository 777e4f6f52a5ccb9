using BatchResource.Local.CloudFormation.Resources;
using BatchResource.Local.S3;

namespace BatchResource.Local.ResourceTypes.Simulated;

/// <summary>Amazon S3.</summary>
internal static class S3Types
{
    public static IEnumerable<SimulatedType> All(ILocalBuckets buckets) =>
    [
        new("AWS::S3::Bucket")
        {
            PhysicalId = resource => resource.Named("BucketName", 63).ToLowerInvariant(),
            ReplacedBy = ["BucketName"],
            Attributes = new()
            {
                ["Arn"] = resource => $"arn:{resource.Stack.Partition}:s3:::{resource.PhysicalId}",
                ["DomainName"] = resource => $"{resource.PhysicalId}.s3.{resource.Stack.UrlSuffix}",
                ["DualStackDomainName"] = resource =>
                    $"{resource.PhysicalId}.s3.dualstack.{resource.Stack.Region}.{resource.Stack.UrlSuffix}",
                ["RegionalDomainName"] = resource => $"{resource.PhysicalId}.s3.{resource.Stack.Region}.{resource.Stack.UrlSuffix}",
                ["WebsiteURL"] = resource => $"http://{resource.PhysicalId}.s3-website-{resource.Stack.Region}.{resource.Stack.UrlSuffix}",
            },
            Put = resource => buckets.Create(resource.PhysicalId),
            Remove = resource => RemoveBucket(resource.PhysicalId, buckets),
        },
        new("AWS::S3::BucketPolicy") { PhysicalId = resource => resource.Text("Bucket") ?? "", ReplacedBy = ["Bucket"] },
    ];

    private static void RemoveBucket(string name, ILocalBuckets buckets)
    {
        if (!buckets.IsEmpty(name))
            throw new ResourceFailedException("The bucket you tried to delete is not empty (Service: S3, Status Code: 409)");
        buckets.Remove(name);
    }
}
