using System.Net;
using System.Text.Json.Nodes;
using BatchResource.Provider.Jobs;
using BatchResource.Provider.Tests.Support;

namespace BatchResource.Provider.Tests;

/// <summary>A job that CloudFormation was never told of does not run on.</summary>
public sealed class LostAnswerTests
{
    private readonly ProviderRun run = new();

    [Fact]
    [Trait("rule", "L2")]
    public void The_Job_Of_An_Update_Whose_Answer_Is_Refused_Is_Stopped_And_The_Old_One_Is_Not()
    {
        var old = run.Succeed(TestEvent.Payload());

        run.Lose(Update(old, revision: "2"), HttpStatusCode.Forbidden);

        Assert.Equal(old, Assert.Single(run.Bedrock.ActiveJobs).Arn.Value);
        Assert.Equal(2, run.Bedrock.Jobs.Count);
    }

    [Fact]
    [Trait("rule", "L2")]
    public void A_Job_That_Was_Only_Gone_Back_To_Is_Not_Stopped_When_The_Answer_Is_Refused()
    {
        var old = run.Succeed(TestEvent.Payload());
        var replaced = run.Succeed(Update(old, revision: "2"));

        run.Lose(Update(replaced, revision: null, was: "2"), HttpStatusCode.Forbidden);

        Assert.Contains(run.Bedrock.ActiveJobs, job => job.Arn.Value == old);
    }

    [Fact]
    [Trait("rule", "L15")]
    public void An_Update_That_Fails_After_The_Start_Leaves_No_Job_That_Nobody_Knows()
    {
        var old = run.Succeed(TestEvent.Payload());
        var update = Update(old, revision: "2");
        update["ResourceProperties"]!["WaitFor"] = "Validated";
        update["ResourceProperties"]!["ServiceTimeout"] = "30";

        Assert.Equal("FAILED", AnswerBox.Text(run.Answer(update), "Status"));

        Assert.Equal(old, Assert.Single(run.Bedrock.ActiveJobs).Arn.Value);
        Assert.Equal(JobStatus.Stopping, run.Bedrock.Jobs[1].StatusAt(run.Time.GetUtcNow()));
    }

    [Fact]
    [Trait("rule", "L3")]
    public void A_Job_That_Stops_Slowly_Is_Let_Go_Before_CloudFormation_Stops_Listening()
    {
        var payload = TestEvent.Payload("Delete");
        payload["PhysicalResourceId"] = run.Succeed(TestEvent.Payload());
        payload["ResourceProperties"]!["ServiceTimeout"] = "20";

        run.Succeed(payload);

        Assert.Equal(JobStatus.Stopping, run.Bedrock.Jobs[0].StatusAt(run.Time.GetUtcNow()));
    }

    [Fact]
    [Trait("rule", "L14")]
    public void An_Update_Away_From_A_Tag_That_Is_Refused_Today_Works()
    {
        var payload = Update(run.Succeed(TestEvent.Payload()), revision: null);
        payload["OldResourceProperties"]!["Tags"] = new JsonArray(
            new JsonObject { ["Key"] = "batchresource:definition", ["Value"] = "mine" });
        payload["ResourceProperties"]!["Tags"] = new JsonArray(new JsonObject { ["Key"] = "team", ["Value"] = "search" });

        run.Succeed(payload);

        Assert.Equal("search", Assert.Single(run.Bedrock.Jobs).Tags["team"]);
    }

    private static JsonObject Update(string id, string? revision, string? was = null)
    {
        var payload = TestEvent.Payload("Update");
        payload["RequestId"] = $"update-to-{revision}";
        payload["PhysicalResourceId"] = id;
        payload["ResourceProperties"]!["Revision"] = revision;
        payload["OldResourceProperties"]!["Revision"] = was;
        return payload;
    }
}
