using BatchResource.Cdk.Internal;
using BatchResource.Cdk.Tests.Support;
using BatchResource.Contract;
using BatchResource.Tests.Shared;

namespace BatchResource.Cdk.Tests.Docs;

/// <summary>docs/checks.md has every family, with its page and its required members.</summary>
public sealed class ChecksTests
{
    public static TheoryData<string> Models =>
    [
        "anthropic.claude-sonnet-4-6", "amazon.nova-micro-v1:0", "amazon.titan-text-express-v1", "amazon.titan-embed-text-v2:0",
        "amazon.titan-embed-image-v1", "cohere.embed-v4:0", "cohere.command-r-v1:0", "meta.llama3-3-70b-instruct-v1:0",
        "mistral.mistral-large-2407-v1:0", "openai.gpt-oss-120b-1:0",
    ];

    [Theory]
    [MemberData(nameof(Models))]
    public void A_Familys_Rules_Are_Documented_With_Their_Page(string modelId) =>
        AssertDocumented(ModelFamilies.Of(modelId, isConverse: false)!);

    [Fact]
    public void So_Are_Those_Of_Converse() => AssertDocumented(ModelFamilies.Of(null, isConverse: true)!);

    private static void AssertDocumented(ModelFamily family)
    {
        var rows = RepositoryFiles.Read("docs/checks.md")
            .Split("<!-- families -->")[1].Split("<!-- end of families -->")[0].Split('\n');
        var at = Array.FindIndex(rows, row => row.Contains(family.Source, StringComparison.Ordinal));
        Assert.InRange(at, 0, rows.Length);

        // A row without models goes on about those of the row before.
        var own = string.Concat(rows.Skip(at + 1).TakeWhile(row => row.StartsWith("| |", StringComparison.Ordinal)).Prepend(rows[at]));
        Assert.All(family.Rules.SelectMany(rule => rule.Names), name => Assert.Contains($"`{name}`", own, StringComparison.Ordinal));
        var builder = RecordAdvice.BuilderOf(family.Form);
        Assert.Contains(builder is not null ? $"`BatchRecord.{builder}`" : "", own, StringComparison.Ordinal);
    }
}
