using BatchResource.Provider.Jobs;

namespace BatchResource.Provider.Tests.Jobs;

public sealed class JobStatusTests
{
    [Theory]
    [InlineData("Submitted", true, false, false, true)]
    [InlineData("Validating", true, false, false, true)]
    [InlineData("Scheduled", true, false, false, false)]
    [InlineData("InProgress", true, false, false, false)]
    [InlineData("Completed", false, true, true, false)]
    [InlineData("PartiallyCompleted", false, true, true, false)]
    [InlineData("Failed", false, true, false, false)]
    [InlineData("Expired", false, true, false, false)]
    [InlineData("Stopping", false, false, false, false)]
    [InlineData("Stopped", false, true, false, false)]
    [InlineData("SomethingNew", true, false, false, false)]
    public void Every_State_Has_Its_Consequences(
        string name, bool isActive, bool isTerminal, bool hasResults, bool isBeforeValidation)
    {
        var status = new JobStatus(name);

        Assert.Equal(
            (isActive, isTerminal, hasResults, isBeforeValidation),
            (status.IsActive, status.IsTerminal, status.HasResults, status.IsBeforeValidation));
    }

    [Theory]
    [InlineData("arn:aws:bedrock:us-east-1:123456789012:model-invocation-job/abcdefghijk1", "abcdefghijk1")]
    [InlineData("arn:aws-cn:bedrock:cn-north-1:123456789012:model-invocation-job/abcdefghijk1", "abcdefghijk1")]
    [InlineData("arn:aws:bedrock:us-east-1:123456789012:model-invocation-job/abcdefghijk", null)]
    [InlineData("arn:aws:bedrock:us-east-1:123456789012:model-invocation-job/ABCDEFGHIJKL", null)]
    [InlineData("arn:aws:bedrock:us-east-1:123456789012:model-customization-job/abcdefghijk1", null)]
    [InlineData("arn:gcp:bedrock:us-east-1:123456789012:model-invocation-job/abcdefghijk1", null)]
    [InlineData("abcdefghijk1", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void An_Arn_Is_Told_From_What_Only_Looks_Like_One(string? text, string? id) => Assert.Equal(id, JobArn.TryParse(text)?.Id);
}
