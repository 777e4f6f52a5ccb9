using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using Constructs;

namespace BatchResource.Cdk.Internal;

/// <summary>
/// Makes a job depend on the routes and endpoints of its subnets. The job refers only to the subnets, so without this it would start before
/// it can reach S3. It runs when the app is synthesized, because the app may add endpoints until then.
/// </summary>
internal static class NetworkDependencies
{
    private static readonly string[] Ways =
        [CfnRoute.CFN_RESOURCE_TYPE_NAME, CfnSubnetRouteTableAssociation.CFN_RESOURCE_TYPE_NAME, CfnVPCEndpoint.CFN_RESOURCE_TYPE_NAME];

    public static void Add(Node resource, IVpc vpc)
    {
        IDependable[] ways = [.. vpc.Node.FindAll().OfType<CfnResource>().Where(child => Ways.Contains(child.CfnResourceType))];
        if (ways.Length > 0)
        {
            resource.AddDependency(ways);
        }
    }
}
