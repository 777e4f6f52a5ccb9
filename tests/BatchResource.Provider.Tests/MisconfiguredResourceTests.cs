using BatchResource.Provider.Tests.Support;

namespace BatchResource.Provider.Tests;

/// <summary>A wrong environment is answered at once, and leaves no stack that cannot be rolled back.</summary>
[Trait("rule", "L1")]
public sealed class MisconfiguredResourceTests
{
    private const string Reason = "nothing was done: STOP_WAIT is odd";

    [Theory]
    [InlineData("Create")]
    [InlineData("Update")]
    [InlineData("Delete")]
    public void Every_Event_Fails_With_The_Problem_And_Keeps_Its_Id(string type)
    {
        var payload = TestEvent.Payload(type);
        var run = new FunctionRun(new MisconfiguredResource("STOP_WAIT is odd")).Handle(payload);
        Assert.Equal(Reason, run.TheReason());
        Assert.Equal(
            payload["PhysicalResourceId"]?.GetValue<string>() ?? TestEvent.NoJob,
            AnswerBox.Text(run.TheAnswer(), "PhysicalResourceId"));
    }

    [Fact]
    public void The_Delete_That_Rolls_The_Create_Back_Succeeds()
    {
        var payload = TestEvent.Payload("Delete");
        payload["PhysicalResourceId"] = TestEvent.NoJob;
        var answer = new FunctionRun(new MisconfiguredResource("STOP_WAIT is odd")).Handle(payload).TheAnswer();
        Assert.Equal(
            ("SUCCESS", TestEvent.NoJob), (AnswerBox.Text(answer, "Status"), AnswerBox.Text(answer, "PhysicalResourceId")));
    }
}
