using BatchResource.Contract;

namespace BatchResource.Cdk.Internal;

/// <summary>Finds the subnets and security groups that a job's props mean.</summary>
internal static class VpcBinding
{
    /// <summary>The ids, or null for no VPC. Subnets that are named one by one need no VPC around them.</summary>
    public static VpcSettings? Of(BatchInferenceJobProps props)
    {
        var subnetIds = props.Vpc is { } vpc ? vpc.SelectSubnets(props.VpcSubnets).SubnetIds
            : props.VpcSubnets?.Subnets is { Length: > 0 } named ? [.. named.Select(subnet => subnet.SubnetId)]
            : null;
        return subnetIds is null
            ? null
            : new VpcSettings(subnetIds, [.. (props.SecurityGroups ?? []).Select(group => group.SecurityGroupId)]);
    }
}
