using System.Text.Json.Nodes;
using BatchResource.Local.Bedrock;

namespace BatchResource.Local.Tests.Bedrock;

public sealed class StateChangeTests : ControlPlaneTest, IJobStateChangeSink
{
    private readonly List<JsonObject> published = [];

    [Fact]
    public async Task Every_State_Is_Published_In_EventBridges_Form()
    {
        await StartAsync(new BedrockOptions { StateChanges = this, PlanFor = _ => new JobPlan { Ending = JobEnding.FailedInValidation } });
        var arn = await CreateJobAsync();
        Clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(["Submitted", "Validating", "Failed"], published.Select(change => change["detail"]!["status"]!.GetValue<string>()));
        var last = published[^1];
        last.Remove("id");
        var expected = new JsonObject
        {
            ["version"] = "0",
            ["detail-type"] = "Batch Inference Job State Change",
            ["source"] = "aws.bedrock",
            ["account"] = "123456789012",
            ["time"] = "2026-01-02T03:05:05Z",
            ["region"] = "us-east-1",
            ["resources"] = new JsonArray(arn),
            ["detail"] = new JsonObject
            {
                ["version"] = "0.0",
                ["accountId"] = "123456789012",
                ["batchJobName"] = "job-1",
                ["batchJobArn"] = arn,
                ["batchModelId"] = "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-micro-v1:0",
                ["status"] = "Failed",
                ["failureMessage"] = "An internal error occurred.",
                ["creationTime"] = "Jan 2, 2026, 3:04:05 AM",
            },
        };
        Assert.Equal(expected.ToJsonString(), last.ToJsonString());
    }

    [Fact]
    public async Task A_Change_Of_Tags_Is_No_Change_Of_State()
    {
        await StartAsync(new BedrockOptions { StateChanges = this });
        var arn = await CreateJobAsync();

        await PostAsync("/tagResource", new JsonObject
        {
            ["resourceARN"] = arn,
            ["tags"] = new JsonArray(new JsonObject { ["key"] = "a", ["value"] = "1" }),
        });

        Assert.Single(published);
    }

    void IJobStateChangeSink.Publish(JsonObject change) => published.Add(change);
}
