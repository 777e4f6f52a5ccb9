using System.Text.Json.Nodes;
using BatchResource.Cdk.Tests.Support;
using BatchResource.Tests.Shared;

namespace BatchResource.Cdk.Tests.Docs;

/// <summary>The sample app has the feature flags that <c>cdk init</c> of the pinned command line tool gives a new app.</summary>
public sealed class FeatureFlagTests
{
    private static readonly string Flags =
        RepositoryFiles.PathOf("node_modules/aws-cdk/lib/init-templates/.recommended-feature-flags.json");

    [Fact]
    public void The_Samples_Have_Todays_Flags()
    {
        var recommended = JsonNode.Parse(File.ReadAllText(Flags))!;

        Assert.NotEmpty(recommended.AsObject());
        Assert.True(
            JsonNode.DeepEquals(recommended, JsonNode.Parse(RepositoryFiles.Read("cdk.json"))!["context"]),
            $"cdk.json must have the context of {Flags}");
    }
}
