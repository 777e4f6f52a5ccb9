using System.Text.Json.Nodes;

namespace BatchResource.Contract.Tests;

/// <summary>The last value that is allowed, and the first that is not.</summary>
[Trait("rule", "L14")]
public sealed class BoundaryTests
{
    [Theory]
    [InlineData("TimeoutDurationInHours", "24", "23")]
    [InlineData("TimeoutDurationInHours", "168", "169")]
    [InlineData("ServiceTimeout", "1", "0")]
    [InlineData("ServiceTimeout", "3600", "3601")]
    public void A_Number_Is_Allowed_Up_To_Its_Limit(string name, string last, string beyond)
    {
        Assert.Empty(ProblemsWith(name, last));
        var problem = Assert.Single(ProblemsWith(name, beyond));
        Assert.StartsWith($"{name} must be ", problem, StringComparison.Ordinal);
        Assert.EndsWith($", got \"{beyond}\"", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("24.0")]
    [InlineData("2e1")]
    [InlineData("24h")]
    [InlineData(" 24")]
    [InlineData("")]
    [InlineData("0x18")]
    [InlineData("٢٤")]
    [InlineData("99999999999999999999")]
    public void A_Number_Is_Whole_And_In_Plain_Digits(string hours) =>
        Assert.Equal($"must be a whole number, 24-168", Assert.Single(ResultWith("TimeoutDurationInHours", hours).Problems).Allowed);

    [Theory]
    [InlineData("JobName")]
    [InlineData("ModelId")]
    public void A_Name_Has_At_Least_One_Letter(string name)
    {
        Assert.Empty(ProblemsWith(name, "a"));
        Assert.Single(ProblemsWith(name, ""));
    }

    [Theory]
    [InlineData("JobName", "", Limits.JobNameLength)]
    [InlineData("RoleArn", "arn:aws:iam::123456789012:role/", Limits.RoleArnLength)]
    [InlineData("ModelId", "", Limits.ModelIdLength)]
    [InlineData("Revision", "", Limits.RevisionLength)]
    public void A_Text_Is_Allowed_Up_To_Its_Length(string name, string start, int length)
    {
        var longest = start.PadRight(length, 'x');
        Assert.Empty(ProblemsWith(name, longest));
        Assert.StartsWith($"{name} must be ", Assert.Single(ProblemsWith(name, $"{longest}x")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("InputDataConfig", "S3InputDataConfig", "S3Uri", "s3://bucket/", Limits.S3UriLength)]
    [InlineData("OutputDataConfig", "S3OutputDataConfig", "S3Uri", "s3://bucket/", Limits.S3UriLength)]
    [InlineData("OutputDataConfig", "S3OutputDataConfig", "S3EncryptionKeyId", "alias/", Limits.KmsKeyIdLength)]
    public void A_Nested_Text_Is_Allowed_Up_To_Its_Length(string union, string member, string name, string start, int length)
    {
        var properties = SampleProperties.Full();
        properties[union]![member]![name] = start.PadRight(length, 'x');
        Assert.Empty(SampleProperties.Problems(properties));

        properties[union]![member]![name] = start.PadRight(length + 1, 'x');
        var problem = Assert.Single(SampleProperties.Problems(properties));
        Assert.StartsWith($"{union}.{member}.{name} must be ", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SubnetIds", Limits.Subnets)]
    [InlineData("SecurityGroupIds", Limits.SecurityGroups)]
    public void A_List_Of_The_Vpc_Holds_One_To_Its_Limit(string name, int limit)
    {
        Assert.Empty(WithIds(1));
        Assert.Empty(WithIds(limit));
        Assert.Equal([$"VpcConfig.{name} must be a list of 1-{limit} elements, got 0 elements"], WithIds(0));
        Assert.Equal([$"VpcConfig.{name} must be a list of 1-{limit} elements, got {limit + 1} elements"], WithIds(limit + 1));

        string[] WithIds(int count)
        {
            var properties = SampleProperties.Full();
            var ids = Enumerable.Range(0, count).Select(index => JsonValue.Create($"id-{index}"));
            properties["VpcConfig"]![name] = new JsonArray([.. ids]);
            return SampleProperties.Problems(properties);
        }
    }

    [Fact]
    public void There_Are_At_Most_Fifty_Tags()
    {
        Assert.Empty(WithTags(0));
        Assert.Empty(WithTags(50));
        Assert.Equal(["Tags must be a list of at most 50 elements, got 51 elements"], WithTags(51));

        static string[] WithTags(int count)
        {
            var properties = SampleProperties.Minimal();
            properties["Tags"] = new JsonArray([.. Enumerable.Range(0, count).Select(index => Tag($"key-{index}", "value"))]);
            return SampleProperties.Problems(properties);
        }
    }

    [Theory]
    [InlineData(128, 256, null)]
    [InlineData(129, 256, "Tags[0].Key must be 1-128 ")]
    [InlineData(128, 257, "Tags[0].Value must be at most 256 ")]
    [InlineData(0, 0, "Tags[0].Key must be 1-128 ")]
    [InlineData(1, 0, null)]
    public void A_Tag_Is_Allowed_Up_To_Its_Length(int keyLength, int valueLength, string? problem)
    {
        var properties = SampleProperties.Minimal();
        properties["Tags"] = new JsonArray(Tag(new string('k', keyLength), new string('v', valueLength)));
        var problems = SampleProperties.Problems(properties);
        if (problem is null)
        {
            Assert.Empty(problems);
        }
        else
        {
            Assert.StartsWith(problem, Assert.Single(problems), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("aws:cloudformation:stack-name")]
    [InlineData("AWS:x")]
    [InlineData("aws:")]
    [InlineData("batchresource:definition")]
    [InlineData("BatchResource:x")]
    public void A_Tag_Of_AWS_Or_Of_The_Provider_Is_Refused(string key)
    {
        var properties = SampleProperties.Minimal();
        properties["Tags"] = new JsonArray(Tag(key, "value"));
        var problem = Assert.Single(SampleProperties.Problems(properties));
        Assert.EndsWith($"and must not begin with 'aws:' or 'batchresource:', got \"{key}\"", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("batchresource:definition", "value")]
    [InlineData("BATCHRESOURCE:x", "a value that no tag may have: é")]
    public void What_A_Job_Was_Started_With_Is_Read_Without_Tags_That_Are_Refused_Today(string key, string value)
    {
        var properties = SampleProperties.Minimal();
        properties["Tags"] = new JsonArray(Tag("team", "search"), Tag(key, value));
        var earlier = PropertiesReader.ReadEarlier(SampleProperties.ElementOf(properties));
        Assert.Equal(["team"], earlier?.Tags.Keys);
    }

    [Fact]
    public void What_A_Job_Can_Never_Have_Been_Started_With_Is_Not_Read()
    {
        var properties = SampleProperties.Minimal();
        properties["Tags"] = new JsonArray(Tag("aws:x", "value"));
        Assert.Null(PropertiesReader.ReadEarlier(SampleProperties.ElementOf(properties)));
    }

    private static JsonObject Tag(string key, string value) => new() { ["Key"] = key, ["Value"] = value };

    private static PropertiesResult ResultWith(string name, string value)
    {
        var properties = SampleProperties.Full();
        properties[name] = value;
        return SampleProperties.Read(properties);
    }

    private static string[] ProblemsWith(string name, string value) =>
        [.. ResultWith(name, value).Problems.Select(problem => problem.ToString())];
}
