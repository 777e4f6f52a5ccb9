namespace BatchResource.Local.CloudFormation.Resources;

/// <summary>Which stack it is, and where.</summary>
/// <param name="Name">The stack's name.</param>
/// <param name="Id">The stack's ARN, unique for every creation.</param>
/// <param name="AccountId">Twelve digits.</param>
/// <param name="Region">Such as <c>us-east-1</c>.</param>
/// <param name="Partition">Such as <c>aws</c>.</param>
internal sealed record StackIdentity(string Name, string Id, string AccountId, string Region, string Partition)
{
    /// <summary>The Region as it stands in the names of CloudFormation's own buckets: <c>useast1</c>.</summary>
    public string CompactRegion => Region.Replace("-", "", StringComparison.Ordinal);

    /// <summary>The domain of the partition's endpoints.</summary>
    public string UrlSuffix => Partition == "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com";
}
