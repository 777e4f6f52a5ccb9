using Amazon.CDK.AWS.EC2;
using BatchResource.Contract;
using Constructs;

namespace BatchResource.Cdk.Internal;

/// <summary>The subnets and security groups that follow from a job's props.</summary>
/// <param name="Settings">The ids for the API.</param>
/// <param name="SecurityGroups">The groups: those in the props, or a new one of the job.</param>
/// <param name="IsPublic">Whether every subnet is a public one.</param>
internal sealed record VpcBinding(VpcSettings Settings, IReadOnlyList<ISecurityGroup> SecurityGroups, bool IsPublic)
{
    /// <summary>
    /// The binding, or null for no VPC. Subnets that are given one by one need no VPC object. A VPC without security groups gets one, as in
    /// the CDK's own constructs.
    /// </summary>
    public static VpcBinding? Of(Construct scope, BatchInferenceJobProps props)
    {
        var subnetIds = props.Vpc is { } vpc ? vpc.SelectSubnets(props.VpcSubnets).SubnetIds
            : props.VpcSubnets?.Subnets is { Length: > 0 } named ? [.. named.Select(subnet => subnet.SubnetId)]
            : null;
        if (subnetIds is null)
        {
            return null;
        }

        var groups = props.SecurityGroups is { Count: > 0 } given ? given
            : props.Vpc is { } around ? [OwnGroup(scope, around)]
            : [];
        return new VpcBinding(
            new VpcSettings(subnetIds, [.. groups.Select(group => group.SecurityGroupId)]),
            groups,
            props.Vpc is not null && subnetIds.Length > 0
                && !subnetIds.Except(props.Vpc.PublicSubnets.Select(subnet => subnet.SubnetId), StringComparer.Ordinal).Any());
    }

    private static SecurityGroup OwnGroup(Construct scope, IVpc vpc) => new(scope, "SecurityGroup", new SecurityGroupProps
    {
        Vpc = vpc,
        Description = "The traffic of a batch inference job",
    });
}
