using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Logs;
using Constructs;

namespace BatchResource.Cdk.Internal;

/// <summary>The role of the provider's function, without the permissions for its jobs (L16).</summary>
internal static class ProviderRole
{
    public static Role Create(Construct scope, ILogGroup logGroup, BatchInferenceProviderProps props)
    {
        List<PolicyStatement> statements = [Statements.Allow(["logs:CreateLogStream", "logs:PutLogEvents"], [logGroup.LogGroupArn])];
        if (props.EncryptionKey is { } key)
        {
            statements.Add(Statements.Allow(["kms:Decrypt"], [key.KeyArn]));
        }

        return new Role(scope, "Role", new RoleProps
        {
            AssumedBy = new ServicePrincipal("lambda.amazonaws.com"),
            Description = "Creates and stops Amazon Bedrock batch inference jobs for CloudFormation",

            // Lambda's usual policy for a VPC would also let the function write any log.
            ManagedPolicies = props.Vpc is null
                ? null
                : [ManagedPolicy.FromAwsManagedPolicyName("service-role/AWSLambdaENIManagementAccess")],
            InlinePolicies = new Dictionary<string, PolicyDocument>(StringComparer.Ordinal)
            {
                ["Function"] = new PolicyDocument(new PolicyDocumentProps { Statements = [.. statements] }),
            },
        });
    }
}
