using System.Text.Json.Nodes;

namespace BatchResource.Contract.Tests;

/// <summary>CloudFormation turns every scalar into a string; JSON that never met CloudFormation has numbers.</summary>
[Trait("rule", "L14")]
public sealed class ScalarTests
{
    [Fact]
    public void A_Number_Is_Read_Like_The_String_That_CloudFormation_Makes_Of_It()
    {
        var strings = SampleProperties.Full();
        var numbers = SampleProperties.Full();
        numbers["ServiceTimeout"] = 900;
        numbers["TimeoutDurationInHours"] = 48;
        numbers["Revision"] = 2;
        numbers["InputDataConfig"]!["S3InputDataConfig"]!["S3BucketOwner"] = 123456789012;
        Assert.Equivalent(SampleProperties.ReadValid(strings), SampleProperties.ReadValid(numbers), strict: true);
    }

    [Theory]
    [InlineData(true, "true")]
    [InlineData(false, "false")]
    public void A_Boolean_Is_Read_Like_The_String_That_CloudFormation_Makes_Of_It(bool value, string text)
    {
        var properties = SampleProperties.Full();
        properties["Revision"] = value;
        properties["Tags"]![0]!["Value"] = value;
        var read = SampleProperties.ReadValid(properties);
        Assert.Equal(text, read.Definition.Revision);
        Assert.Equal(text, read.Tags["team"]);
    }

    [Fact]
    public void Every_Property_Is_Read_Into_Its_Place()
    {
        var read = SampleProperties.ReadValid(SampleProperties.Full());
        var expected = new JobDefinition
        {
            JobName = "nightly",
            RoleArn = SampleProperties.RoleArn,
            ModelId = "amazon.nova-micro-v1:0",
            Input = new S3Input("s3://bucket/input.jsonl", "JSONL", "123456789012"),
            Output = new S3Output("s3://bucket/output", "alias/key", "210987654321"),
            Vpc = new VpcSettings(["subnet-1", "subnet-2"], ["sg-1"]),
            TimeoutDurationInHours = 48,
            ModelInvocationType = "Converse",
            Revision = "2",
        };
        Assert.Equivalent(expected, read.Definition, strict: true);
        Assert.Equal(new Dictionary<string, string>(StringComparer.Ordinal) { ["team"] = "search" }, read.Tags);
        Assert.Equal(WaitFor.Validated, read.WaitFor);
    }

    [Fact]
    public void What_Is_Optional_Is_Absent_When_It_Is_Not_Given()
    {
        var read = SampleProperties.ReadValid(SampleProperties.Minimal());
        var expected = new JobDefinition
        {
            RoleArn = SampleProperties.RoleArn,
            ModelId = "amazon.nova-micro-v1:0",
            Input = new S3Input("s3://bucket/input.jsonl", null, null),
            Output = new S3Output("s3://bucket/output", null, null),
        };
        Assert.Equal(expected, read.Definition);
        Assert.Empty(read.Tags);
        Assert.Equal(WaitFor.Submitted, read.WaitFor);
    }

    [Theory]
    [InlineData("Submitted", nameof(WaitFor.Submitted))]
    [InlineData("Validated", nameof(WaitFor.Validated))]
    public void Both_Ways_To_Wait_Are_Read(string text, string waitFor)
    {
        var properties = SampleProperties.Minimal();
        properties["WaitFor"] = text;
        Assert.Equal(waitFor, SampleProperties.ReadValid(properties).WaitFor.ToString());
    }

    [Fact]
    public void Any_Text_Is_A_Revision()
    {
        foreach (var revision in new[] { string.Empty, " ", "2026-11-22T06:00:00Z", "grün\n\U0001F600" })
        {
            var properties = SampleProperties.Minimal();
            properties["Revision"] = revision;
            Assert.Equal(revision, SampleProperties.ReadValid(properties).Definition.Revision);
        }
    }

    [Theory]
    [InlineData("""{ "JobName": "nightly", "RoleArn": 1 }""", "nightly")]
    [InlineData("""{ "jobname": "nightly", "Unknown": [] }""", "nightly")]
    [InlineData("""{ "JobName": "nightly job" }""", null)]
    [InlineData("""{ "JobName": ["nightly"] }""", null)]
    [InlineData("""{ "JobName": "\ud800" }""", null)]
    [InlineData("""{ "\ud800": "x", "JobName": "nightly" }""", "nightly")]
    [InlineData("""{ "JobName": null }""", null)]
    [InlineData("{}", null)]
    [InlineData("[]", null)]
    [InlineData("null", null)]
    public void The_Name_Alone_Is_Read_From_Properties_That_Need_Not_Be_Valid(string json, string? name) =>
        Assert.Equal(name, PropertiesReader.ReadJobName(System.Text.Json.JsonSerializer.Deserialize<System.Text.Json.JsonElement>(json)));

    [Fact]
    public void The_Name_Of_Properties_That_Are_Missing_Is_None() => Assert.Null(PropertiesReader.ReadJobName(default));
}
