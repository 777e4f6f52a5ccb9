using System.Text.Json;
using System.Text.RegularExpressions;
using BatchResource.EndToEnd.Tests.Support;
using BatchResource.Tests.Shared;

namespace BatchResource.EndToEnd.Tests.Samples;

/// <summary>docs/security-review.md lists what cdk-nag finds in the templates of the samples and in those without the CDK, all of it.</summary>
public sealed partial class SecurityReviewTests
{
    private static readonly string[] Samples = ["NightlySummaries", "PrivateTranslations", "ProductVectors", "ReviewedAnswers"];

    // What the page calls those templates together.
    private static readonly Dictionary<string, string[]> Groups = new(StringComparer.Ordinal)
    {
        ["all"] = [.. Samples, "job", "provider"],
        ["all with the provider"] = [.. Samples, "provider"],
        ["all with a job"] = [.. Samples, "job"],
        ["all samples"] = Samples,
    };

    [CdkNagFact]
    public async Task The_Page_Lists_Every_Finding_And_No_Other()
    {
        var listed = Rows().Matches(RepositoryFiles.Read("docs/security-review.md"))
            .SelectMany(row => Templates(row.Groups["where"].Value), (row, template) => $"{row.Groups["finding"].Value} in {template}")
            .Order(StringComparer.Ordinal);

        Assert.Equal((await FindAsync()).Order(StringComparer.Ordinal), listed);
    }

    private static IEnumerable<string> Templates(string cell) =>
        Groups.TryGetValue(cell, out var group) ? group : cell.Split(", ").Select(name => name.Trim('`').Replace(".yaml", ""));

    private static async Task<IEnumerable<string>> FindAsync()
    {
        var assembly = await SampleAssembly.FolderAsync;
        var output = Path.Combine(assembly, "findings.json");
        string[] templates =
        [
            .. Samples.Select(name => Path.Combine(assembly, $"{name}.template.json")),
            Path.Combine(RepositoryFiles.Root, "templates", "provider.yaml"),
            Path.Combine(RepositoryFiles.Root, "templates", "job.yaml"),
        ];
        var (exitCode, text) = await CommandLine.RunAsync(RepositoryFiles.Root, "node", ["eng/Nag/findings.mjs", output, .. templates]);
        Assert.True(exitCode == 0, text);

        var findings = JsonSerializer.Deserialize<Dictionary<string, string[]>>(await File.ReadAllTextAsync(output))!;
        return findings.SelectMany(found => found.Value, (found, template) => $"{WithoutBucket(found.Key)} in {template}").Distinct();
    }

    /// <summary>Each template has other buckets and prefixes; the reason is the same for all.</summary>
    private static string WithoutBucket(string finding) => Bucket().Replace(finding, "[Resource::<Bucket.Arn>/<prefix>*]");

    [GeneratedRegex(@"\[Resource::(<\w+\.Arn>|arn:<AWS::Partition>:s3:::<\w+>)/[^\]]*\*\]", RegexOptions.ExplicitCapture)]
    private static partial Regex Bucket();

    [GeneratedRegex(@"^\| `(?<finding>(AwsSolutions|Serverless|NIST)[^`]*)` \| (?<where>[^|]*?) \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Rows();
}
