using System.Text.Json.Nodes;
using BatchResource.Tests.Shared;
using FsCheck.Fluent;

namespace BatchResource.Contract.Tests;

/// <summary>Names match in any case, so that JSON from the API reference or the AWS CLI can be pasted.</summary>
[Trait("rule", "L14")]
public sealed class NameCaseTests
{
    [Fact]
    public void Names_Are_Matched_In_Any_Case()
    {
        var expected = SampleProperties.ReadValid(SampleProperties.Full());
        PropertyCheck.Holds(200, Gen.Choose(0, int.MaxValue - 1), seed =>
        {
            var respelt = Respelt(SampleProperties.Full(), new Random(seed));
            Assert.Equivalent(expected, SampleProperties.ReadValid(respelt), strict: true);
        });
    }

    /// <summary>What <c>aws bedrock create-model-invocation-job --generate-cli-skeleton</c> prints.</summary>
    [Fact]
    public void The_Skeleton_Of_The_CLI_Is_Read_With_Its_Blanks_As_The_Only_Problems()
    {
        var skeleton = SampleProperties.Parse("""
            {
                "jobName": "",
                "roleArn": "",
                "clientRequestToken": "",
                "modelId": "",
                "inputDataConfig": { "s3InputDataConfig": { "s3InputFormat": "JSONL", "s3Uri": "", "s3BucketOwner": "" } },
                "outputDataConfig": { "s3OutputDataConfig": { "s3Uri": "", "s3EncryptionKeyId": "", "s3BucketOwner": "" } },
                "vpcConfig": { "subnetIds": [""], "securityGroupIds": [""] },
                "timeoutDurationInHours": 0,
                "tags": [{ "key": "", "value": "" }],
                "modelInvocationType": "InvokeModel"
            }
            """);
        string[] expected =
        [
            "JobName",
            "RoleArn",
            "ModelId",
            "InputDataConfig.S3InputDataConfig.S3Uri",
            "InputDataConfig.S3InputDataConfig.S3BucketOwner",
            "OutputDataConfig.S3OutputDataConfig.S3Uri",
            "OutputDataConfig.S3OutputDataConfig.S3EncryptionKeyId",
            "OutputDataConfig.S3OutputDataConfig.S3BucketOwner",
            "VpcConfig.SubnetIds[0]",
            "VpcConfig.SecurityGroupIds[0]",
            "TimeoutDurationInHours",
            "Tags[0].Key",
            "clientRequestToken",
        ];
        Assert.Equal(expected, SampleProperties.Read(skeleton).Problems.Select(problem => problem.Path));
    }

    [Fact]
    public void The_Skeleton_Of_The_CLI_Is_Valid_Once_It_Is_Filled_In_Without_The_Token()
    {
        var skeleton = SampleProperties.Parse($$"""
            {
                "jobName": "nightly",
                "roleArn": "{{SampleProperties.RoleArn}}",
                "modelId": "amazon.nova-micro-v1:0",
                "inputDataConfig": {
                    "s3InputDataConfig": { "s3InputFormat": "JSONL", "s3Uri": "s3://bucket/input.jsonl", "s3BucketOwner": "123456789012" }
                },
                "outputDataConfig": {
                    "s3OutputDataConfig": {
                        "s3Uri": "s3://bucket/output", "s3EncryptionKeyId": "alias/key", "s3BucketOwner": "210987654321"
                    }
                },
                "vpcConfig": { "subnetIds": ["subnet-1", "subnet-2"], "securityGroupIds": ["sg-1"] },
                "timeoutDurationInHours": 48,
                "tags": [{ "key": "team", "value": "search" }],
                "modelInvocationType": "Converse"
            }
            """);
        var ours = SampleProperties.Full();
        ours.Remove("Revision");
        ours.Remove("WaitFor");
        Assert.Equivalent(SampleProperties.ReadValid(ours), SampleProperties.ReadValid(skeleton), strict: true);
    }

    [Theory]
    [InlineData("clientRequestToken")]
    [InlineData("ClientRequestToken")]
    public void The_Token_Is_No_Property_And_The_Message_Says_Who_Sets_It(string name)
    {
        var properties = SampleProperties.Minimal();
        properties[name] = "token";
        Assert.Equal(
            [$"{name} is not a property: the provider sets it from CloudFormation's request, got \"token\""],
            SampleProperties.Problems(properties));
    }

    private static JsonNode? Respelt(JsonNode? node, Random random) => node switch
    {
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(
            string.Concat(member.Key.Select(c => random.Next(2) == 0 ? char.ToLowerInvariant(c) : char.ToUpperInvariant(c))),
            Respelt(member.Value, random)))),
        JsonArray elements => new JsonArray([.. elements.Select(element => Respelt(element, random))]),
        _ => node?.DeepClone(),
    };
}
