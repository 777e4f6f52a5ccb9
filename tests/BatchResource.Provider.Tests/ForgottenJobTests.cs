using System.Text.Json;
using System.Text.Json.Nodes;
using BatchResource.Contract;
using BatchResource.Provider.Tests.Support;

namespace BatchResource.Provider.Tests;

/// <summary>Other tags for a job that Bedrock has forgotten: nothing that depends on its attributes changes.</summary>
[Trait("rule", "L10")]
public sealed class ForgottenJobTests
{
    private readonly ProviderRun run = new();

    [Theory]
    [InlineData(null)]
    [InlineData("nightly")]
    public void An_Attribute_Keeps_Its_Value_Or_Is_Left_Out(string? jobName)
    {
        var create = TestEvent.Payload();
        if (jobName is not null)
        {
            create["ResourceProperties"]!["JobName"] = jobName;
        }

        var told = DataOf(run.Answer(create));
        run.Bedrock.ForgetAll();

        var update = TestEvent.Payload("Update");
        update["PhysicalResourceId"] = told[AttributeNames.JobArn];
        update["OldResourceProperties"] = create["ResourceProperties"]!.DeepClone();
        update["ResourceProperties"] = create["ResourceProperties"]!.DeepClone();
        update["ResourceProperties"]!["Tags"] = new JsonArray(new JsonObject { ["Key"] = "team", ["Value"] = "search" });
        var kept = DataOf(run.Answer(update));

        Assert.All(kept, attribute => Assert.Equal(told[attribute.Key], attribute.Value));
        string[] unknown =
            [AttributeNames.Status, AttributeNames.SubmitTime, .. jobName is null ? [AttributeNames.JobName] : Array.Empty<string>()];
        Assert.Equal(
            told.Keys.Except(unknown, StringComparer.Ordinal).Order(StringComparer.Ordinal), kept.Keys.Order(StringComparer.Ordinal));
        Assert.Empty(run.Bedrock.Jobs);
    }

    private static Dictionary<string, string> DataOf(JsonElement answer) => answer.GetProperty("Data").EnumerateObject()
        .ToDictionary(attribute => attribute.Name, attribute => attribute.Value.GetString()!, StringComparer.Ordinal);
}
