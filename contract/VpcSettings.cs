namespace BatchResource.Contract;

/// <summary>The VPC for the job's traffic. The order of the ids has no meaning.</summary>
/// <param name="SubnetIds">1 to 16 subnets.</param>
/// <param name="SecurityGroupIds">1 to 5 security groups.</param>
internal sealed record VpcSettings(IReadOnlyList<string> SubnetIds, IReadOnlyList<string> SecurityGroupIds);
