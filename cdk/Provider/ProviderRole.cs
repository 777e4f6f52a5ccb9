using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Logs;
using Constructs;

namespace BatchResource.Cdk.Internal;

/// <summary>The role that the provider's function runs with, without what its jobs add.</summary>
internal static class ProviderRole
{
    public static Role Create(Construct scope, ILogGroup logGroup, bool isInVpc) => new(scope, "Role", new RoleProps
    {
        AssumedBy = new ServicePrincipal("lambda.amazonaws.com"),
        Description = "Creates and stops Amazon Bedrock batch inference jobs for CloudFormation",

        // Lambda's usual policy for a VPC also lets a function write any log.
        ManagedPolicies = isInVpc ? [ManagedPolicy.FromAwsManagedPolicyName("service-role/AWSLambdaENIManagementAccess")] : null,
        InlinePolicies = new Dictionary<string, PolicyDocument>(StringComparer.Ordinal)
        {
            ["Logs"] = new PolicyDocument(new PolicyDocumentProps
            {
                Statements = [Statements.Allow(["logs:CreateLogStream", "logs:PutLogEvents"], [logGroup.LogGroupArn])],
            }),
        },
    });
}
