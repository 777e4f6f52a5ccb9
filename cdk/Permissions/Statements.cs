using Amazon.CDK.AWS.IAM;

namespace BatchResource.Cdk.Internal;

/// <summary>Writes policy statements.</summary>
internal static class Statements
{
    /// <summary>The member of a JSON statement that names its resources.</summary>
    public const string Resource = "Resource";

    public static PolicyStatement Allow(string[] actions, string[] resources, Dictionary<string, object>? conditions = null) =>
        new(new PolicyStatementProps { Actions = actions, Resources = resources, Conditions = conditions });

    /// <summary>The same as JSON. It goes to the CDK's process together with its document, so it costs no call of its own.</summary>
    public static Dictionary<string, object> AllowJson(string[] actions, string[] resources, Dictionary<string, object>? conditions = null)
    {
        var statement = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Effect"] = "Allow",
            ["Action"] = actions,
            [Resource] = resources,
        };
        if (conditions is not null)
        {
            statement["Condition"] = conditions;
        }

        return statement;
    }

    /// <summary>Allows to pass roles to Amazon Bedrock, and to no other service.</summary>
    public static PolicyStatement PassRole(string[] roleArns) =>
        Allow(["iam:PassRole"], roleArns, Condition("StringEquals", "iam:PassedToService", "bedrock.amazonaws.com"));

    public static Dictionary<string, object> Condition(string @operator, string key, object value) => Conditions((@operator, key, value));

    /// <summary>Conditions that must all hold, each with an operator of its own.</summary>
    public static Dictionary<string, object> Conditions(params (string Operator, string Key, object Value)[] conditions) =>
        conditions.ToDictionary(
            condition => condition.Operator,
            object (condition) => new Dictionary<string, object>(StringComparer.Ordinal) { [condition.Key] = condition.Value },
            StringComparer.Ordinal);
}
