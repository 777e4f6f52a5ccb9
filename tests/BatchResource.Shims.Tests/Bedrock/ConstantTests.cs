using Amazon.Bedrock;

namespace BatchResource.Shims.Tests.Bedrock;

public sealed class ConstantTests
{
    [Fact]
    public void A_String_Becomes_The_Constant_Of_That_Value()
    {
        ModelInvocationJobStatus status = "Stopped";

        Assert.Equal(ModelInvocationJobStatus.Stopped, status);
        Assert.Equal("Stopped", (string)status);
        Assert.Equal(SortOrder.Ascending, SortOrder.FindValue("Ascending"));
        Assert.Equal("Later", S3InputFormat.FindValue("Later").Value);
    }

    [Fact]
    public void Null_Stays_Null()
    {
        ModelInvocationType type = (string)null!;

        Assert.Null(type);
        Assert.Null(SortJobsBy.FindValue(null));
    }
}
