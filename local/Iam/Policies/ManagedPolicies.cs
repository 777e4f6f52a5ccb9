using System.Text.Json.Nodes;

namespace BatchResource.Local.Iam.Policies;

/// <summary>Those of AWS's own managed policies that roles around batch inference jobs have, as far as they matter here.</summary>
internal static class ManagedPolicies
{
    private static readonly Dictionary<string, string> Statements = new(StringComparer.Ordinal)
    {
        ["AdministratorAccess"] = """{"Effect":"Allow","Action":"*","Resource":"*"}""",
        ["AWSCloudFormationFullAccess"] = """{"Effect":"Allow","Action":"cloudformation:*","Resource":"*"}""",
        ["AWSCloudFormationReadOnlyAccess"] = """
            {"Effect":"Allow","Action":["cloudformation:Describe*","cloudformation:EstimateTemplateCost","cloudformation:Get*",
             "cloudformation:List*","cloudformation:ValidateTemplate","cloudformation:Detect*"],"Resource":"*"}
            """,
        ["ReadOnlyAccess"] = """
            {"Effect":"Allow","Action":[
             "bedrock:Get*","bedrock:List*","cloudformation:Describe*","cloudformation:Get*","cloudformation:List*",
             "cloudformation:ValidateTemplate","lambda:Get*","lambda:List*","logs:Describe*","logs:FilterLogEvents","logs:Get*",
             "s3:Get*","s3:List*","ssm:Describe*","ssm:Get*","ssm:List*"],"Resource":"*"}
            """,
        ["AmazonS3FullAccess"] = """{"Effect":"Allow","Action":["s3:*","s3-object-lambda:*"],"Resource":"*"}""",
        ["AmazonS3ReadOnlyAccess"] = """{"Effect":"Allow","Action":["s3:Get*","s3:List*","s3:Describe*"],"Resource":"*"}""",
        ["AmazonBedrockReadOnly"] = """{"Effect":"Allow","Action":["bedrock:Get*","bedrock:List*"],"Resource":"*"}""",
        ["AmazonBedrockFullAccess"] = """
            {"Effect":"Allow","Action":"bedrock:*","Resource":"*"},
            {"Effect":"Allow","Action":"iam:PassRole","Resource":"arn:*:iam::*:role/*AmazonBedrock*",
             "Condition":{"StringEquals":{"iam:PassedToService":"bedrock.amazonaws.com"}}}
            """,
        ["service-role/AWSLambdaBasicExecutionRole"] =
            """{"Effect":"Allow","Action":["logs:CreateLogGroup","logs:CreateLogStream","logs:PutLogEvents"],"Resource":"*"}""",
        ["service-role/AWSLambdaVPCAccessExecutionRole"] =
            """{"Effect":"Allow","Action":["logs:CreateLogGroup","logs:CreateLogStream","logs:PutLogEvents","ec2:*"],"Resource":"*"}""",
    };

    /// <summary>Whether the ARN is that of one of AWS's own.</summary>
    public static bool IsAwsOwn(string policyArn) => policyArn.Contains(":iam::aws:policy/", StringComparison.Ordinal);

    /// <summary>The document, or null when it is not known here.</summary>
    public static JsonObject? Find(string policyArn)
    {
        var name = policyArn[(policyArn.IndexOf("policy/", StringComparison.Ordinal) + "policy/".Length)..];
        return Statements.TryGetValue(name, out var statements)
            ? JsonNode.Parse($$"""{"Version":"2012-10-17","Statement":[{{statements}}]}""")!.AsObject()
            : null;
    }
}
