using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.S3;

namespace BatchResource.Cdk.Internal;

/// <summary>
/// The statements that the policies of a bucket and its key need in another account, where both sides must agree. They do not name created
/// roles, because another definition has another role. They name the path that only this stack's roles have.
/// </summary>
internal sealed class RequiredPolicies(BatchInferenceJob job, JobParts parts, IRole? givenRole)
{
    public PolicyStatement[] Of(IBucket bucket)
    {
        var (isInput, isOutput) = (IsSame(bucket, parts.Input.Bucket), IsSame(bucket, parts.Output.Bucket));
        if (!isInput && !isOutput)
        {
            throw new ArgumentException($"{job.Node.Path} uses another bucket for its input, and for its output", nameof(bucket));
        }

        List<PolicyStatement> statements = [Statement(["s3:ListBucket"], bucket.BucketArn)];
        if (isInput)
        {
            statements.Add(Statement(["s3:GetObject"], bucket.ArnForObjects(parts.Input.ReadableKeysOfEveryVersion)));
        }

        if (isOutput)
        {
            statements.Add(Statement(["s3:GetObject", "s3:PutObject"], bucket.ArnForObjects($"{parts.Output.Prefix}*")));
        }

        return [.. statements];
    }

    public PolicyStatement[] Of(IKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var stack = Stacks.Of(job);
        return [Statement(
            ["kms:Decrypt", "kms:GenerateDataKey"],
            "*",
            ("StringEquals", "kms:ViaService", $"s3.{Known(stack.Region)}.{stack.UrlSuffix}"))];
    }

    private PolicyStatement Statement(string[] actions, string resource, params (string Operator, string Key, object Value)[] conditions) =>
        new(new PolicyStatementProps
        {
            Actions = actions,
            Resources = [resource],
            Principals = [givenRole is null ? new AccountPrincipal(Known(Stacks.Of(job).Account)) : new ArnPrincipal(givenRole.RoleArn)],
            Conditions = Statements.Conditions(
                givenRole is null ? [.. conditions, ("ArnLike", "aws:PrincipalArn", CreatedRoles())] : conditions),
        });

    // The statements go into a stack with another name, account and Region.
    private string CreatedRoles()
    {
        var stack = Stacks.Of(job);
        var name = Tokens.IsIn(stack.StackName) ? "*" : $"{stack.StackName}/*";
        return $"arn:{stack.Partition}:iam::{Known(stack.Account)}:role/batch-inference/{Known(stack.Region)}/{name}";
    }

    private string Known(string place) => Tokens.IsIn(place)
        ? throw new InvalidOperationException(
            $"{job.Node.Path}: a policy in another account must name the job's account and Region; set Env in the props of the job's stack")
        : place;

    // The other account's stack has the bucket itself. The job's stack may have imported it by name.
    private static bool IsSame(IBucket one, IBucket other) => ReferenceEquals(one, other)
        || string.Equals(one.BucketName, other.BucketName, StringComparison.Ordinal)
        || string.Equals((one.Node.DefaultChild as CfnBucket)?.BucketName, other.BucketName, StringComparison.Ordinal);
}
