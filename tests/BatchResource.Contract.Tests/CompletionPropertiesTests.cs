using System.Text.Json;
using System.Text.Json.Nodes;

namespace BatchResource.Contract.Tests;

/// <summary>The properties of a wait for a job's end; one of them is a credential, and no message ever quotes it.</summary>
public sealed class CompletionPropertiesTests
{
    private const string JobArn = "arn:aws:bedrock:us-east-1:123456789012:model-invocation-job/abcdefghijkl";
    private const string Secret = "c0ffee5ec2e7";
    private const string WaitHandle = $"https://cloudformation-waitcondition.s3.amazonaws.com/arn%3Aaws?Signature={Secret}";

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    [InlineData(null, false)]
    public void The_Properties_Are_Read(string? accept, bool accepts)
    {
        var properties = Valid();
        properties["AcceptPartiallyCompleted"] = accept;
        properties["MinimumSuccessRecords"] = "100";
        properties["maximumErrorRecords"] = "0.5%";
        properties["Timeout"] = "43200";

        var read = Read(properties, out _)!;

        Assert.Equal((JobArn, WaitHandle), (read.JobArn, read.WaitHandle));
        Assert.Equal(
            new CompletionCriteria(accepts, new RecordThreshold(100, IsShare: false), new RecordThreshold(0.5m, IsShare: true)),
            read.Criteria);
        Assert.Equal(TimeSpan.FromHours(12), read.Timeout);
    }

    /// <summary>The local AWS has no certificate unless it is asked for one.</summary>
    [Fact]
    public void A_Handle_May_Be_Without_TLS()
    {
        var properties = Valid();
        properties["WaitHandle"] = "http://127.0.0.1:4566/handle";

        Assert.Equal("http://127.0.0.1:4566/handle", Read(properties, out _)!.WaitHandle);
    }

    [Fact]
    public void Behind_The_Condition_There_Is_No_Handle()
    {
        var properties = Valid();
        properties.Remove("WaitHandle");

        var read = Read(properties, out _)!;

        Assert.Null(read.WaitHandle);
        Assert.Null(read.Timeout);
        Assert.Equal(new CompletionCriteria(AcceptsPartiallyCompleted: false), read.Criteria);
    }

    [Fact]
    public void Only_An_Event_Says_That_A_Schedule_Asks()
    {
        var properties = Valid();
        properties["Scheduled"] = "true";

        Assert.Null(Read(properties, out _));
        Assert.True(CompletionProperties.ReadEvent(SampleProperties.ElementOf(properties), out _)!.IsScheduled);
        Assert.False(CompletionProperties.ReadEvent(SampleProperties.ElementOf(Valid()), out _)!.IsScheduled);
    }

    [Fact]
    public void What_CloudFormation_Reads_Is_Let_Through()
    {
        var properties = Valid();
        properties["ServiceToken"] = "arn:aws:lambda:us-east-1:123456789012:function:provider";
        properties["serviceTimeout"] = "900";
        Assert.NotNull(Read(properties, out _));
    }

    [Theory]
    [InlineData("JobArn", null, "JobArn is required and must be the ARN of a model invocation job")]
    [InlineData("JobArn", "abcdefghijkl", "JobArn must be the ARN of a model invocation job")]
    [InlineData("WaitHandle", Secret, "WaitHandle must be the URL of a wait condition's handle")]
    [InlineData("WaitHandle", $"ftp://{Secret}", "WaitHandle must be the URL of a wait condition's handle")]
    [InlineData("AcceptPartiallyCompleted", Secret, "AcceptPartiallyCompleted must be true or false")]
    [InlineData("ServiceTimeout", "3601", "ServiceTimeout must be 1-3600")]
    [InlineData("MinimumSuccessRecords", "-1", "MinimumSuccessRecords must be a number of records (100) or a share of them")]
    [InlineData("MinimumSuccessRecords", "1.5", "MinimumSuccessRecords must be a number of records (100) or a share of them")]
    [InlineData("MaximumErrorRecords", "101%", "MaximumErrorRecords must be a number of records (100) or a share of them")]
    [InlineData("MaximumErrorRecords", "%", "MaximumErrorRecords must be a number of records (100) or a share of them")]
    [InlineData("Timeout", "43201", "Timeout must be 1-43200")]
    [InlineData("Other", Secret, "Other is not a property; allowed here: ")]
    public void A_Problem_Is_Told_Without_What_Came(string name, string? value, string problem)
    {
        var properties = Valid();
        properties[name] = value;
        Assert.Null(Read(properties, out var problems));
        Assert.StartsWith(problem, Assert.Single(problems).ToString(), StringComparison.Ordinal);
        Assert.Null(problems[0].Received);
        Assert.DoesNotContain(Secret, problems[0].ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData($"\"{Secret}\"")]
    public void Properties_That_Are_No_Object_Are_One_Problem(string json)
    {
        Assert.Null(CompletionProperties.Read(JsonSerializer.Deserialize<JsonElement>(json), out var problems));
        Assert.Equal("ResourceProperties must be an object", Assert.Single(problems).ToString());
    }

    [Fact]
    public void Their_Text_Shows_Nothing_Of_The_Handle() => Assert.Equal(JobArn, Read(Valid(), out _)!.ToString());

    private static JsonObject Valid() => new() { ["JobArn"] = JobArn, ["WaitHandle"] = WaitHandle };

    private static CompletionProperties? Read(JsonNode properties, out IReadOnlyList<PropertyProblem> problems) =>
        CompletionProperties.Read(SampleProperties.ElementOf(properties), out problems);
}
