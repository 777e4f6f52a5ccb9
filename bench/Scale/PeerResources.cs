using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.S3;
using Amazon.CDK.CustomResources;

namespace BatchResource.Bench.Scale;

/// <summary>
/// What one would write without the library: the CDK's <see cref="AwsCustomResource"/> calls CreateModelInvocationJob, with a service role
/// of the job's own.
/// </summary>
internal static class PeerResources
{
    public static void Declare(Stack stack, int count)
    {
        var bucket = new Bucket(stack, "Bucket");
        for (var i = 0; i < count; i++)
        {
            var role = new Role(stack, $"Role{i}", new RoleProps
            {
                AssumedBy = new ServicePrincipal("bedrock.amazonaws.com"),
                InlinePolicies = new Dictionary<string, PolicyDocument>
                {
                    ["BatchInference"] = new PolicyDocument(new PolicyDocumentProps { Statements = [.. Statements(stack, bucket, i)] }),
                },
            });
            _ = new AwsCustomResource(stack, $"Job{i}", new AwsCustomResourceProps
            {
                OnCreate = new AwsSdkCall
                {
                    Service = "Bedrock",
                    Action = "createModelInvocationJob",
                    PhysicalResourceId = PhysicalResourceId.FromResponse("jobArn"),
                    Parameters = new Dictionary<string, object>
                    {
                        ["jobName"] = $"job-{i}",
                        ["roleArn"] = role.RoleArn,
                        ["modelId"] = "anthropic.claude-3-haiku-20240307-v1:0",
                        ["inputDataConfig"] = S3("s3InputDataConfig", $"s3://{bucket.BucketName}/in/{i}.jsonl"),
                        ["outputDataConfig"] = S3("s3OutputDataConfig", $"s3://{bucket.BucketName}/out/{i}/"),
                    },
                },
                OnDelete = new AwsSdkCall
                {
                    Service = "Bedrock",
                    Action = "stopModelInvocationJob",
                    Parameters = new Dictionary<string, object> { ["jobIdentifier"] = new PhysicalResourceIdReference() },
                },
                Policy = AwsCustomResourcePolicy.FromStatements(
                [
                    Allow(["bedrock:CreateModelInvocationJob", "bedrock:StopModelInvocationJob"], "*"),
                    Allow(["iam:PassRole"], role.RoleArn),
                ]),
            });
        }
    }

    private static IEnumerable<PolicyStatement> Statements(Stack stack, Bucket bucket, int i) =>
    [
        Allow(["bedrock:InvokeModel"], $"arn:{stack.Partition}:bedrock:{stack.Region}::foundation-model/anthropic.claude-3-haiku-20240307-v1:0"),
        Allow(["s3:GetObject"], bucket.ArnForObjects($"in/{i}.jsonl")),
        Allow(["s3:GetObject", "s3:PutObject"], bucket.ArnForObjects($"out/{i}/*")),
        Allow(["s3:ListBucket"], bucket.BucketArn),
    ];

    private static PolicyStatement Allow(string[] actions, string resource) =>
        new(new PolicyStatementProps { Actions = actions, Resources = [resource] });

    private static Dictionary<string, object> S3(string member, string uri) =>
        new() { [member] = new Dictionary<string, object> { ["s3Uri"] = uri } };
}
