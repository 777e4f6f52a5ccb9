using System.Security.Cryptography;
using System.Text.Json.Nodes;
using BatchResource.Contract;
using BatchResource.EndToEnd.Tests.Support;
using BatchResource.Tests.Shared;

namespace BatchResource.EndToEnd.Tests.Accounts;

/// <summary>
/// The AWS account that the AWS CLI is signed in to, driven as its user would: with the AWS CDK's command line, and the AWS CLI. The stack
/// has a name of its own, so that nothing else in the account is touched.
/// </summary>
internal sealed class RealAccount : IStackAccount
{
    private readonly string stackName = $"BatchResourceTest-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}";
    private JobOwner? owner;

    public Task<DeployedStack> DeployAsync(SampleVersion version) => DeployAsync(version, isToFail: false);

    public Task<DeployedStack> DeployBesideFailureAsync(SampleVersion version) => DeployAsync(version, isToFail: true);

    public async Task<IReadOnlyList<StackJob>> JobsAsync()
    {
        var jobs = await AwsAsync(
            "bedrock", "list-model-invocation-jobs", "--name-contains", GeneratedJobName.OfOwner(owner!),
            "--sort-by", "CreationTime", "--sort-order", "Ascending", "--query", "invocationJobSummaries[].{arn:jobArn,status:status}");
        return [.. jobs!.AsArray().Select(job => new StackJob(job!["arn"]!.ToString(), job["status"]!.ToString()))];
    }

    public async Task<string?> TagAsync(string jobArn, string key)
    {
        var value = await AwsAsync(
            "bedrock", "list-tags-for-resource", "--resource-arn", jobArn, "--query", $"tags[?key=='{key}'].value | [0]");
        return value?.ToString();
    }

    public async Task DeleteAsync()
    {
        var buckets = (await AwsAsync(
            "cloudformation", "describe-stack-resources", "--stack-name", stackName,
            "--query", "StackResources[?ResourceType=='AWS::S3::Bucket'].PhysicalResourceId"))!.AsArray();
        await AwsAsync("cloudformation", "delete-stack", "--stack-name", stackName);
        await AwsAsync("cloudformation", "wait", "stack-delete-complete", "--stack-name", stackName);
        owner = null;

        // The sample keeps its results; the test does not want them.
        foreach (var bucket in buckets)
            await AwsAsync("s3", "rb", $"s3://{bucket}", "--force");
    }

    /// <summary>Deletes the stack that a test which failed has left.</summary>
    public async ValueTask DisposeAsync()
    {
        if (owner is not null)
            await DeleteAsync();
    }

    private async Task<DeployedStack> DeployAsync(SampleVersion version, bool isToFail)
    {
        string? job = null;
        using var assembly = await EditedAssembly.CreateAsync(stackName, template =>
        {
            job = SampleStack.Job(template).Key;
            version.ApplyTo(template);
            if (isToFail)
                template["Resources"]![SampleStack.Follower] = Impossible(job);
        });
        var (_, output) = await CommandLine.RunAsync(
            RepositoryFiles.Root,
            "npx",
            "cdk", "deploy", SampleStack.Name, "--app", assembly.Folder, "--require-approval", "never");

        // A deployment that is rolled back fails too: what became of the stack says more than the exit code.
        var (exitCode, described) = await CommandLine.RunAsync(
            RepositoryFiles.Root,
            "aws",
            "cloudformation", "describe-stacks", "--stack-name", stackName, "--query", "Stacks[0]", "--output", "json");
        Assert.True(exitCode == 0, $"{output}\n{described}");
        var stack = JsonNode.Parse(described)!;
        owner ??= new JobOwner(stack["StackId"]!.ToString(), job!);
        var outputs = (stack["Outputs"] as JsonArray ?? []).ToDictionary(
            entry => entry!["OutputKey"]!.ToString(), entry => entry!["OutputValue"]!.ToString());
        Assert.True(outputs.ContainsKey(AttributeNames.JobArn), output);
        return new(stack["StackStatus"]!.ToString(), outputs[AttributeNames.JobArn]);
    }

    /// <summary>A parameter whose value is not the one that it allows, which Systems Manager refuses.</summary>
    private static JsonObject Impossible(string after) => new()
    {
        ["Type"] = "AWS::SSM::Parameter",
        ["DependsOn"] = after,
        ["Properties"] = new JsonObject { ["Type"] = "String", ["Value"] = "b", ["AllowedPattern"] = "^a$" },
    };

    private static async Task<JsonNode?> AwsAsync(params string[] arguments)
    {
        var (exitCode, output) = await CommandLine.RunAsync(RepositoryFiles.Root, "aws", [.. arguments, "--output", "json"]);
        Assert.True(exitCode == 0, $"aws {string.Join(' ', arguments)}: {output}");
        return output.TrimStart() is ['{' or '[' or '"' or 'n', ..] ? JsonNode.Parse(output) : null;
    }
}
