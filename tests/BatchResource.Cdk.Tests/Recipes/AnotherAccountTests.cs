using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Amazon.CDK;
using BatchResource.Tests.Shared;
using BatchResource.Cdk.Tests.Support;
using BatchResource.Local;
using Recipes;
using Environment = Amazon.CDK.Environment;

namespace BatchResource.Cdk.Tests.Recipes;

/// <summary>docs/recipes/another-account.md. The local AWS has one account, so there the bucket is the job's own account's.</summary>
public sealed partial class AnotherAccountTests : IDisposable
{
    private const string Account = "123456789012";
    private const string Owner = "444455556666";

    private readonly TestApp app = new();
    private readonly AnotherAccount user;
    private readonly DataOwner owner;

    public AnotherAccountTests()
    {
        user = new AnotherAccount(app.App, "Jobs", Owner, In(Account));
        owner = new DataOwner(app.App, "Data", user, In(Owner));
        app.App.Synth();
    }

    public void Dispose() => app.Dispose();

    [Fact]
    [Trait("rule", "L16")]
    public void The_Page_Has_The_Policies_That_The_Owner_Deploys()
    {
        var page = File.ReadAllText(RepositoryFiles.PathOf("docs/recipes/another-account.md")).ReplaceLineEndings("\n");
        var template = app.Template(owner);
        var bucket = template.PropertiesOf("AWS::S3::BucketPolicy")["PolicyDocument"]!["Statement"]!.AsArray();
        var key = template.PropertiesOf("AWS::KMS::Key")["KeyPolicy"]!["Statement"]!.AsArray();

        var shown = Json().Matches(page).Select(match => JsonNode.Parse(match.Groups["json"].Value)!);

        // Not what owners have anyway: that requests are encrypted, and that the key is theirs.
        Assert.Equal(
            new[] { bucket, key }.Select(statements =>
                Literal([.. statements.Where(statement => statement!["Condition"]?["ArnLike"] is not null).Select(statement => statement!.DeepClone())])),
            shown.Select(statements => statements.ToJsonString()));
    }

    [Fact]
    public async Task The_Job_Deploys_And_Completes_With_The_Permissions_Of_Its_Own_Side()
    {
        using var guard = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        await using var aws = await RecordsAws.StartAsync(app.Folder, guard.Token);
        aws.Buckets.Create("team-data");
        aws.Buckets.Upload("team-data", "in/prompts.jsonl", aws.Buckets.FindFile("records", "in/prompts.jsonl")!);

        var stack = await aws.DeployAsync(
            app.App.Outdir, new DeployOptions { StackName = user.StackName, EditTemplate = MakeTheBucketOurs }, guard.Token);

        stack.EnsureSucceeded();
        await RecordsAws.AssertJobsCompleteAsync(aws, 1, guard.Token);
    }

    private static StackProps In(string account) => new() { Env = new Environment { Account = account, Region = "us-east-1" } };

    private static string Literal(JsonArray statements) =>
        BucketArn().Replace(Text.Rendered(statements)!.ToJsonString(), "arn:aws:s3:::team-data")
            .Replace("${AWS::Partition}", "aws", StringComparison.Ordinal)
            .Replace("${AWS::URLSuffix}", "amazonaws.com", StringComparison.Ordinal);

    private static void MakeTheBucketOurs(JsonObject template) => template["Resources"] =
        JsonNode.Parse(template["Resources"]!.ToJsonString().Replace(Owner, Account, StringComparison.Ordinal));

    [GeneratedRegex("```json\n(?<json>.*?)```", RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Json();

    [GeneratedRegex(@"\$\{Bucket[A-Z0-9]+\.Arn\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BucketArn();
}
