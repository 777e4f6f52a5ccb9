namespace BatchResource.Contract.Tests;

/// <summary>One rule of the contract, the shape of the service model that it stands for, and texts that both accept.</summary>
/// <param name="Rule">The contract's rule.</param>
/// <param name="Shape">The shape's name.</param>
/// <param name="Samples">Valid texts, as different as they can be.</param>
internal sealed record RuleCase(TextRule Rule, string Shape, params string[] Samples)
{
    /// <summary>What the service refuses although its model does not say so; nothing by default.</summary>
    public Func<string, bool> IsRefusedAllTheSame { get; init; } = _ => false;

    public static readonly IReadOnlyDictionary<string, RuleCase> All = new Dictionary<string, RuleCase>(StringComparer.Ordinal)
    {
        [nameof(TextRules.JobName)] = new(
            TextRules.JobName,
            "ModelInvocationJobName",
            "a",
            "nightly-summaries",
            "A--b+.-",
            "9.",
            new string('x', 63),
            $"a{new string('-', 62)}"),
        [nameof(TextRules.RoleArn)] = new(
            TextRules.RoleArn,
            "RoleArn",
            "arn:aws:iam::123456789012:role/BatchRole",
            "arn:aws-us-gov:iam::123456789012:role/service-role/x",
            "arn:aws:iam:::role/ ",
            $"arn:aws-cn:iam::123456789012:role/{new string('r', 2013)}"),
        [nameof(TextRules.ModelId)] = new(
            TextRules.ModelId,
            "ModelId",
            "amazon.nova-micro-v1:0",
            "anthropic.claude-3-5-sonnet-20241022-v2:0:200k",
            "us.amazon.nova-micro-v1:0",
            "Abc_def-1",
            "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-micro-v1:0",
            "arn:aws:bedrock:us-east-1:123456789012:custom-model/amazon.titan-text-lite-v1:0:4k/abcdefghijkl",
            "arn:aws-cn:bedrock:cn-north-1:123456789012:inference-profile/us.amazon.nova-micro-v1:0",
            "arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/a1B2.c3",
            "arn:aws:bedrock:us-east-1:abc_1"),
        [nameof(TextRules.S3Uri)] = new(
            TextRules.S3Uri,
            "S3Uri",
            "s3://bucket",
            "s3://b.u-1/",
            "s3://bucket/input/records.jsonl",
            "s3://bucket/a!_*'()./B/",
            $"s3://{new string('b', 63)}/{new string('k', 955)}"),
        [nameof(TextRules.S3InputFormat)] = new(TextRules.S3InputFormat, "S3InputFormat", "JSONL"),
        [nameof(TextRules.AccountId)] = new(TextRules.AccountId, "AccountId", "123456789012", "000000000000"),
        [nameof(TextRules.KmsKeyId)] = new(
            TextRules.KmsKeyId,
            "KmsKeyId",
            "1234abcd-12ab-34cd-56ef-1234567890ab",
            "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab",
            "arn:aws-cn:kms::123456789012:alias/my/key_1",
            "alias/a",
            $"alias/{new string('k', 2042)}"),
        ["SubnetId"] = new(TextRules.VpcId, "SubnetId", "subnet-0123456789abcdef0", "-", "A", new string('s', 32)),
        ["SecurityGroupId"] = new(TextRules.VpcId, "SecurityGroupId", "sg-0123456789abcdef0", "-", "A", new string('s', 32)),
        [nameof(TextRules.JobArn)] = new(
            TextRules.JobArn,
            "ModelInvocationJobArn",
            "arn:aws:bedrock:us-east-1:123456789012:model-invocation-job/abcdefghijkl",
            "arn:aws-cn:bedrock:cn-north-1:123456789012:model-invocation-job/0123456789az",
            $"arn:aws-{new string('x', 938)}:bedrock:us-east-1:123456789012:model-invocation-job/abcdefghijkl"),
        [nameof(TextRules.ModelInvocationType)] = new(
            TextRules.ModelInvocationType, "ModelInvocationType", "InvokeModel", "Converse"),
        [nameof(TextRules.TagKey)] = new(
            TextRules.TagKey, "TagKey", "team", "a b\tc._:/=+@-", "aws", "laws:x", new string('k', 128))
        {
            IsRefusedAllTheSame = text => text.StartsWith("aws:", StringComparison.OrdinalIgnoreCase),
        },
        [nameof(TextRules.TagValue)] = new(TextRules.TagValue, "TagValue", string.Empty, "x", "a b\tc._:/=+@-", new string('v', 256)),
    };
}
