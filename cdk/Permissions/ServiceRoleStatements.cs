using Amazon.CDK;
using Amazon.CDK.AWS.KMS;

namespace BatchResource.Cdk.Internal;

/// <summary>The permissions that one job's service role needs, and no more (L16).</summary>
/// <param name="stack">The job's stack.</param>
/// <param name="parts">The job.</param>
/// <param name="isOwnRole">Whether only this definition uses the role, so that it needs only this version of the input.</param>
internal sealed class ServiceRoleStatements(Stack stack, JobParts parts, bool isOwnRole)
{
    private readonly Arns arns = Arns.Of(stack);

    public IEnumerable<Dictionary<string, object>> All() => [InvokeModel(), .. S3(), .. Kms(), .. Vpc()];

    private Dictionary<string, object> InvokeModel() =>
        Statements.AllowJson(["bedrock:InvokeModel"], [.. parts.Model.Resources.Select(resource => resource.Arn).Distinct()]);

    private IEnumerable<Dictionary<string, object>> S3()
    {
        var (input, output) = (parts.Input, parts.Output);
        var (from, to) = (BucketFacts.Of(input.Bucket), BucketFacts.Of(output.Bucket));
        var keys = isOwnRole ? input.ReadableKeys : input.ReadableKeysOfEveryVersion;
        yield return OnBucket(from.ArnForObjects(keys), input.S3BucketOwner, "s3:GetObject");
        yield return OnBucket(to.ArnForObjects($"{output.Prefix}*"), output.S3BucketOwner, "s3:GetObject", "s3:PutObject");

        // Before it starts, Bedrock checks that it may list both buckets. It does not say with which prefix.
        yield return OnBucket(from.Arn, input.S3BucketOwner, "s3:ListBucket");
        if (!string.Equals(from.Arn, to.Arn, StringComparison.Ordinal) || input.S3BucketOwner != output.S3BucketOwner)
        {
            yield return OnBucket(to.Arn, output.S3BucketOwner, "s3:ListBucket");
        }
    }

    private Dictionary<string, object> OnBucket(string arn, string? owner, params string[] actions) =>
        Statements.AllowJson(actions, [arn], Statements.Condition("StringEquals", "aws:ResourceAccount", owner ?? arns.Account));

    private IEnumerable<Dictionary<string, object>> Kms()
    {
        if (BucketFacts.Of(parts.Input.Bucket).EncryptionKey is { } inputKey)
        {
            yield return OnKey(inputKey, "kms:Decrypt");
        }

        // S3 also decrypts when it writes a large object in parts.
        if ((parts.Output.EncryptionKey ?? BucketFacts.Of(parts.Output.Bucket).EncryptionKey) is { } outputKey)
        {
            yield return OnKey(outputKey, "kms:Decrypt", "kms:GenerateDataKey");
        }
    }

    private Dictionary<string, object> OnKey(IKey key, params string[] actions)
    {
        var viaS3 = ("StringEquals", "kms:ViaService", (object)$"s3.{arns.Region}.{arns.UrlSuffix}");

        // KMS checks the key: an alias as a policy's resource has no effect.
        return AliasOf(key) is { } alias
            ? Statements.AllowJson(
                actions, [arns.AllKeys], Statements.Conditions(viaS3, ("ForAnyValue:StringEquals", "kms:ResourceAliases", alias)))
            : Statements.AllowJson(actions, [key.KeyArn], Statements.Conditions(viaS3));
    }

    private static string? AliasOf(IKey key)
    {
        const string AliasType = ":alias/";
        return key is IAlias alias ? alias.AliasName
            : key.KeyArn.IndexOf(AliasType, StringComparison.Ordinal) is >= 0 and var at ? key.KeyArn[(at + 1)..]
            : null;
    }

    /// <summary>
    /// Mirrors <see href="https://docs.aws.amazon.com/bedrock/latest/userguide/batch-vpc.html">Protect batch inference jobs using a
    /// VPC</see>.
    /// </summary>
    private IEnumerable<Dictionary<string, object>> Vpc()
    {
        if (parts.Vpc is not { } vpc)
        {
            yield break;
        }

        const string JobTag = "BedrockModelInvocationJobArn";
        const string ManagedTag = "BedrockManaged";
        string[] subnets = [.. vpc.SubnetIds.Select(id => arns.Ec2("subnet", id))];
        string[] groups = [.. vpc.SecurityGroupIds.Select(id => arns.Ec2("security-group", id))];
        var interfaces = arns.Ec2("network-interface", "*");
        yield return Statements.AllowJson(
            [
                "ec2:DescribeDhcpOptions",
                "ec2:DescribeNetworkInterfaces",
                "ec2:DescribeSecurityGroups",
                "ec2:DescribeSubnets",
                "ec2:DescribeVpcs",
            ],
            ["*"]);
        yield return Statements.AllowJson(["ec2:CreateNetworkInterface"], [interfaces, .. subnets, .. groups], Statements.Conditions(
            ("StringEquals", $"aws:RequestTag/{ManagedTag}", "true"),
            ("ArnEquals", $"aws:RequestTag/{JobTag}", arns.AllJobs)));
        yield return Statements.AllowJson(
            ["ec2:CreateNetworkInterfacePermission", "ec2:DeleteNetworkInterface", "ec2:DeleteNetworkInterfacePermission"],
            ["*"],
            Statements.Conditions(
                ("StringEquals", "ec2:Subnet", subnets),
                ("ArnEquals", $"ec2:ResourceTag/{JobTag}", arns.AllJobs)));
        yield return Statements.AllowJson(["ec2:CreateTags"], [interfaces], Statements.Conditions(
            ("StringEquals", "ec2:CreateAction", "CreateNetworkInterface"),
            ("ForAllValues:StringEquals", "aws:TagKeys", new[] { ManagedTag, JobTag })));
    }
}
