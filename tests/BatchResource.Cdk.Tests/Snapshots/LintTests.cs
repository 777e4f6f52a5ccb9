using BatchResource.Cdk.Tests.Support;
using BatchResource.Tests.Shared;

namespace BatchResource.Cdk.Tests.Snapshots;

public sealed class LintTests
{
    [FactWithTool("cfn-lint")]
    public async Task The_Linter_Has_Nothing_To_Say_About_The_Templates_Without_The_Cdk()
    {
        var (exitCode, output) = await CommandLine.RunAsync(RepositoryFiles.PathOf("templates"), "cfn-lint", "provider.yaml", "job.yaml");

        Assert.Equal((0, string.Empty), (exitCode, output.Trim()));
    }

    [FactWithTool("cfn-lint")]
    public async Task The_Linter_Of_CloudFormation_Has_Nothing_To_Say()
    {
        var folder = Directory.CreateTempSubdirectory("batch-resource-lint-");
        try
        {
            foreach (var (name, build) in Features.All)
            {
                using var app = new TestApp();
                build(app);
                await File.WriteAllTextAsync(Path.Combine(folder.FullName, $"{name}.json"), app.Synth().Json.ToJsonString());
            }

            var (exitCode, output) = await CommandLine.RunAsync(
                folder.FullName, "cfn-lint", [.. Features.All.Keys.Select(name => $"{name}.json")]);

            Assert.Equal((0, string.Empty), (exitCode, output.Trim()));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
