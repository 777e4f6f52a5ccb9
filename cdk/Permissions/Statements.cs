using Amazon.CDK.AWS.IAM;

namespace BatchResource.Cdk.Internal;

/// <summary>Writes policy statements.</summary>
internal static class Statements
{
    public static PolicyStatement Allow(string[] actions, string[] resources, IReadOnlyDictionary<string, object>? conditions = null) =>
        new(new PolicyStatementProps { Actions = actions, Resources = resources, Conditions = conditions?.ToDictionary() });

    /// <summary>Allows to hand roles to Amazon Bedrock, and to no other service.</summary>
    public static PolicyStatement PassRole(string[] roleArns) =>
        Allow(["iam:PassRole"], roleArns, Condition("StringEquals", "iam:PassedToService", "bedrock.amazonaws.com"));

    public static Dictionary<string, object> Condition(string @operator, string key, object value) =>
        new(StringComparer.Ordinal) { [@operator] = new Dictionary<string, object>(StringComparer.Ordinal) { [key] = value } };
}
