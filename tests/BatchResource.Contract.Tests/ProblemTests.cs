using System.Text.Json;
using System.Text.Json.Nodes;

namespace BatchResource.Contract.Tests;

/// <summary>A problem says where it is, what is allowed and what came; all of them come at once.</summary>
[Trait("rule", "L14")]
public sealed class ProblemTests
{
    [Fact]
    public void All_Problems_Are_Reported_At_Once_In_The_Order_Of_The_Properties()
    {
        var properties = SampleProperties.Parse("""
            {
                "ServiceTimeout": "7200",
                "JobName": "nightly job",
                "ModelId": "not a model",
                "InputDataConfig": { "S3InputDataConfig": { "S3Uri": "https://bucket/x", "S3InputFormat": "CSV", "S3BucketOwner": 12 } },
                "OutputDataConfig": { "S3OutputDataConfig": { "S3Uri": "s3://bucket//x", "S3EncryptionKeyId": "key" } },
                "VpcConfig": { "SubnetIds": ["subnet_1", "subnet-2", 3.5], "SecurityGroupIds": [] },
                "TimeoutDurationInHours": "12",
                "ModelInvocationType": "converse",
                "Tags": [{ "Key": "a", "Value": "1" }, { "Key": "a", "Value": "2" }, { "Key": "b|c" }],
                "Revision": ["2"],
                "WaitFor": "Completed",
                "Model": "amazon.nova-micro-v1:0"
            }
            """);

        string[] expected =
        [
            "ServiceTimeout must be 1-3600, got \"7200\"",
            "JobName must be 1-63 letters, digits, '-', '+' or '.', starting with a letter or digit, got \"nightly job\"",
            "RoleArn is required and must be the ARN of an IAM role (arn:aws:iam::123456789012:role/name)",
            "ModelId must be the id or ARN of a foundation model or inference profile, or the ARN of a custom model, got \"not a model\"",
            $"InputDataConfig.S3InputDataConfig.S3Uri {TextRules.S3Uri.Allowed}, got \"https://bucket/x\"",
            "InputDataConfig.S3InputDataConfig.S3InputFormat must be JSONL, got \"CSV\"",
            "InputDataConfig.S3InputDataConfig.S3BucketOwner must be the 12 digits of an AWS account, got 12",
            $"OutputDataConfig.S3OutputDataConfig.S3Uri {TextRules.S3Uri.Allowed}, got \"s3://bucket//x\"",
            "OutputDataConfig.S3OutputDataConfig.S3EncryptionKeyId must be the id, ARN or alias (alias/name) of a KMS key, got \"key\"",
            "VpcConfig.SubnetIds[0] must be 1-32 letters, digits or '-', got \"subnet_1\"",
            "VpcConfig.SubnetIds[2] must be 1-32 letters, digits or '-', got 3.5",
            "VpcConfig.SecurityGroupIds must be a list of 1-5 elements, got 0 elements",
            "TimeoutDurationInHours must be 24-168, got \"12\"",
            "ModelInvocationType must be InvokeModel or Converse, got \"converse\"",
            "Tags[1].Key must not repeat the key of another tag, got \"a\"",
            $"Tags[2].Key {TextRules.TagKey.Allowed}, got \"b|c\"",
            "Tags[2].Value is required and must be at most 256 letters, digits, spaces or . _ : / = + @ -",
            "Revision must be a text of at most 256 characters, got [\"2\"]",
            "WaitFor must be Submitted or Validated, got \"Completed\"",
            "Model is not a property; allowed here: ServiceToken, ServiceTimeout, JobName, RoleArn, ModelId, InputDataConfig, "
                + "OutputDataConfig, VpcConfig, TimeoutDurationInHours, ModelInvocationType, Tags, Revision, WaitFor, "
                + "got \"amazon.nova-micro-v1:0\"",
        ];
        Assert.Equal(expected, SampleProperties.Problems(properties));
        Assert.Null(SampleProperties.Read(properties).Properties);
    }

    [Fact]
    public void Of_Nothing_Received_Nothing_Is_Shown()
    {
        var problem = SampleProperties.Read(new JsonObject()).Problems[0];
        Assert.Equal(("RoleArn", null), (problem.Path, problem.Received));
        Assert.DoesNotContain("got", problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_Long_Value_Is_Cut_Between_Characters_With_Its_Length()
    {
        // The 200th character of the JSON is the first half of a pair.
        var value = $"{new string('x', 198)}\U0001F600{new string('y', 100)}";
        var properties = JsonSerializer.Deserialize<JsonElement>($$"""{ "WaitFor": "{{value}}" }""");
        Assert.Equal($"\"{new string('x', 198)}... (302 characters)", PropertiesReader.Read(properties).Problems[^1].Received);
    }

    [Fact]
    public void A_Value_Of_The_Longest_Length_Shown_Is_Shown_Whole()
    {
        var value = new string('x', 198);
        var properties = SampleProperties.Minimal();
        properties["WaitFor"] = value;
        Assert.Equal($"\"{value}\"", Assert.Single(SampleProperties.Read(properties).Problems).Received);
    }

    [Fact]
    public void A_Long_Name_Is_Cut_In_The_Path()
    {
        var properties = SampleProperties.Minimal();
        properties[new string('n', 1_000_000)] = 1;
        var problem = Assert.Single(SampleProperties.Read(properties).Problems);
        Assert.Equal($"{new string('n', 200)}... (1000000 characters)", problem.Path);
    }

    [Theory]
    [InlineData("null", "null")]
    [InlineData("[]", "[]")]
    [InlineData("\"text\"", "\"text\"")]
    [InlineData("42", "42")]
    public void Properties_That_Are_No_Object_Are_One_Problem(string json, string received)
    {
        var result = PropertiesReader.Read(JsonSerializer.Deserialize<JsonElement>(json));
        Assert.Equal([new PropertyProblem("ResourceProperties", "must be an object", received)], result.Problems);
        Assert.Null(result.Properties);
    }

    [Fact]
    public void Properties_That_Are_Missing_Are_One_Problem()
    {
        var result = PropertiesReader.Read(default);
        Assert.Equal("ResourceProperties must be an object", Assert.Single(result.Problems).ToString());
    }
}
