using System.Text.Json.Nodes;

namespace BatchResource.Local.ResourceTypes.Simulated;

/// <summary>The parts of Amazon EC2 that make a VPC.</summary>
internal static class Ec2Types
{
    public static IEnumerable<SimulatedType> All() =>
    [
        new("AWS::EC2::VPC")
        {
            PhysicalId = _ => SimulatedResource.HexId("vpc"),
            ReplacedBy = ["CidrBlock", "Ipv4IpamPoolId"],
            Attributes = new()
            {
                ["VpcId"] = resource => resource.PhysicalId,
                ["CidrBlock"] = resource => resource.Text("CidrBlock"),
                ["CidrBlockAssociations"] = _ => new JsonArray(SimulatedResource.HexId("vpc-cidr-assoc")),
                ["DefaultNetworkAcl"] = _ => SimulatedResource.HexId("acl"),
                ["DefaultSecurityGroup"] = _ => SimulatedResource.HexId("sg"),
                ["Ipv6CidrBlocks"] = _ => new JsonArray(),
            },
        },
        new("AWS::EC2::Subnet")
        {
            PhysicalId = _ => SimulatedResource.HexId("subnet"),
            ReplacedBy = ["VpcId", "CidrBlock", "AvailabilityZone", "AvailabilityZoneId"],
            Attributes = new()
            {
                ["SubnetId"] = resource => resource.PhysicalId,
                ["VpcId"] = resource => resource.Text("VpcId"),
                ["CidrBlock"] = resource => resource.Text("CidrBlock"),
                ["AvailabilityZone"] = resource => resource.Text("AvailabilityZone") ?? $"{resource.Stack.Region}a",
                ["NetworkAclAssociationId"] = _ => SimulatedResource.HexId("aclassoc"),
            },
        },
        new("AWS::EC2::SecurityGroup")
        {
            PhysicalId = _ => SimulatedResource.HexId("sg"),
            ReplacedBy = ["GroupDescription", "GroupName", "VpcId"],
            Attributes = new()
            {
                ["GroupId"] = resource => resource.PhysicalId,
                ["Id"] = resource => resource.PhysicalId,
                ["VpcId"] = resource => resource.Text("VpcId"),
            },
        },
        Plain("AWS::EC2::SecurityGroupIngress", "sgr", ["*"], "Id"),
        Plain("AWS::EC2::SecurityGroupEgress", "sgr", ["*"], "Id"),
        Plain("AWS::EC2::RouteTable", "rtb", ["VpcId"], "RouteTableId"),
        Plain("AWS::EC2::Route", "r-rtb", ["RouteTableId", "DestinationCidrBlock"]),
        Plain("AWS::EC2::SubnetRouteTableAssociation", "rtbassoc", ["SubnetId"], "Id"),
        Plain("AWS::EC2::InternetGateway", "igw", [], "InternetGatewayId"),
        Plain("AWS::EC2::VPCGatewayAttachment", "IGW|vpc", ["VpcId"]),
        Plain("AWS::EC2::NatGateway", "nat", ["SubnetId", "AllocationId", "ConnectivityType"], "NatGatewayId"),
        Plain("AWS::EC2::NetworkAcl", "acl", ["VpcId"], "Id"),
        Plain("AWS::EC2::FlowLog", "fl", ["*"], "Id"),
        new("AWS::EC2::EIP")
        {
            PhysicalId = _ => $"203.0.113.{Random.Shared.Next(1, 255)}",
            ReplacedBy = ["Domain", "NetworkBorderGroup"],
            Attributes = new()
            {
                ["AllocationId"] = _ => SimulatedResource.HexId("eipalloc"),
                ["PublicIp"] = resource => resource.PhysicalId,
            },
        },
        new("AWS::EC2::VPCEndpoint")
        {
            PhysicalId = _ => SimulatedResource.HexId("vpce"),
            ReplacedBy = ["ServiceName", "VpcEndpointType", "VpcId"],
            Attributes = new()
            {
                ["Id"] = resource => resource.PhysicalId,
                ["DnsEntries"] = _ => new JsonArray(),
                ["NetworkInterfaceIds"] = _ => new JsonArray(),
            },
        },
    ];

    private static SimulatedType Plain(string name, string prefix, string[] replacedBy, string? idAttribute = null) => new(name)
    {
        PhysicalId = _ => SimulatedResource.HexId(prefix),
        ReplacedBy = replacedBy,
        Attributes = idAttribute is null ? new() : new() { [idAttribute] = resource => resource.PhysicalId },
    };
}
