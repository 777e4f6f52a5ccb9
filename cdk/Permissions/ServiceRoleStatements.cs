using Amazon.CDK;
using Amazon.CDK.AWS.IAM;

namespace BatchResource.Cdk.Internal;

/// <summary>The permissions that one job's service role needs, and no more.</summary>
internal static class ServiceRoleStatements
{
    public static IEnumerable<PolicyStatement> Of(Stack stack, BoundModel model, BoundInput input, BoundOutput output)
    {
        var arns = new Arns(stack);
        yield return Statements.Allow(["bedrock:InvokeModel"], [.. model.Resources.Select(resource => resource.Arn).Distinct()]);
        yield return Statements.Allow(
            ["s3:GetObject"],
            [input.Bucket.ArnForObjects(input.ReadableKeys)],
            InAccount(input.S3BucketOwner ?? arns.Account));
        yield return Statements.Allow(
            ["s3:GetObject", "s3:PutObject"],
            [output.Bucket.ArnForObjects($"{output.Prefix}*")],
            InAccount(output.S3BucketOwner ?? arns.Account));

        // Bedrock checks that it may list both buckets before it starts, and does not say with which prefix.
        yield return Statements.Allow(
            ["s3:ListBucket"], [input.Bucket.BucketArn], InAccount(input.S3BucketOwner ?? arns.Account));
        yield return Statements.Allow(
            ["s3:ListBucket"], [output.Bucket.BucketArn], InAccount(output.S3BucketOwner ?? arns.Account));
    }

    private static Dictionary<string, object> InAccount(string account) =>
        Statements.Condition("StringEquals", "aws:ResourceAccount", account);
}
