namespace BatchResource.Local.Bedrock;

/// <summary>The VPC that a job's traffic goes through.</summary>
/// <param name="SubnetIds">1 to 16 subnets.</param>
/// <param name="SecurityGroupIds">1 to 5 security groups.</param>
public sealed record JobVpc(IReadOnlyList<string> SubnetIds, IReadOnlyList<string> SecurityGroupIds);
