using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.S3;

namespace BatchResource.Cdk.Internal;

/// <summary>
/// What the policies of a bucket and a key must allow when they are another account's: there both sides must agree. The statements name no
/// role that was created, since another definition has another role, but the path that this stack's roles have to themselves.
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

    // The stack that these go into has a name, an account and a Region of its own.
    private string CreatedRoles()
    {
        var stack = Stacks.Of(job);
        var name = Tokens.IsIn(stack.StackName) ? "*" : $"{stack.StackName}/*";
        return $"arn:{stack.Partition}:iam::{Known(stack.Account)}:role/batch-inference/{Known(stack.Region)}/{name}";
    }

    private string Known(string place) => Tokens.IsIn(place)
        ? throw new InvalidOperationException(
            $"{job.Node.Path}: a policy of another account names the account and Region of the job; set Env in its stack's props")
        : place;

    // The other account's stack has the bucket itself; the job's may have imported it by its name.
    private static bool IsSame(IBucket one, IBucket other) => ReferenceEquals(one, other)
        || string.Equals(one.BucketName, other.BucketName, StringComparison.Ordinal)
        || string.Equals((one.Node.DefaultChild as CfnBucket)?.BucketName, other.BucketName, StringComparison.Ordinal);
}
