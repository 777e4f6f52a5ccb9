using System.Text.Json.Nodes;
using BatchResource.Cdk.Tests.Support;
using Examples;

namespace BatchResource.Cdk.Tests.Docs;

/// <summary>The stricter provider of docs/security-review.md has what the page says.</summary>
public sealed class SecurityReviewTests : IDisposable
{
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public void The_Stricter_Provider_Is_Limited_Traced_And_Encrypted_With_A_Key_Of_The_App()
    {
        var stack = new ReviewedProviderExample(app.App, "Reviewed");

        app.App.Synth();

        var resources = app.Template(stack).Json["Resources"]!.AsObject();
        var function = Only(resources, "AWS::Lambda::Function");
        Assert.Equal(10, (int?)function["ReservedConcurrentExecutions"]);
        Assert.Equal("Active", (string?)function["TracingConfig"]!["Mode"]);
        Assert.NotNull(function["KmsKeyArn"]);
        var logs = Only(resources, "AWS::Logs::LogGroup");
        Assert.Equal(365, (int?)logs["RetentionInDays"]);
        Assert.NotNull(logs["KmsKeyId"]);
    }

    private static JsonNode Only(JsonObject resources, string type) =>
        Assert.Single(resources, resource => (string?)resource.Value!["Type"] == type).Value!["Properties"]!;
}
