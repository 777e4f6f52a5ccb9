using System.Text.Json.Nodes;
using BatchResource.EndToEnd.Tests.Support;
using BatchResource.Local;
using BatchResource.Local.Bedrock;
using BatchResource.Local.CloudFormation;

namespace BatchResource.EndToEnd.Tests.Samples;

/// <summary>The sample with a VPC, a KMS key and a cross-Region profile, under the policies of its template.</summary>
public sealed class PrivateTranslationsTests
{
    private const string Name = "PrivateTranslations";

    [Fact]
    public async Task The_Job_Gets_The_Profile_The_Network_And_The_Key_And_Completes()
    {
        await using var aws = await LocalAws.StartAsync(new() { Speed = 600 });

        var stack = (await aws.DeployAsync(await SampleAssembly.FolderAsync, Name)).EnsureSucceeded();

        var job = await aws.WaitForJobAsync(Assert.Single(aws.Jobs).JobArn);
        Assert.True(job.Status == JobStatus.Completed, $"the job is {job.Status}: {job.Message}");
        Assert.EndsWith(":inference-profile/us.anthropic.claude-3-haiku-20240307-v1:0", job.ModelId, StringComparison.Ordinal);
        Assert.Equal(Ids("AWS::EC2::Subnet"), job.Vpc?.SubnetIds.Order());
        Assert.Equal(Ids("AWS::EC2::SecurityGroup"), job.Vpc?.SecurityGroupIds);
        Assert.EndsWith($":key/{Assert.Single(Ids("AWS::KMS::Key"))}", job.Output.S3EncryptionKeyId, StringComparison.Ordinal);
        Assert.Equal(48, job.TimeoutDurationInHours);
        Assert.Equal("high", job.Tags["confidentiality"]);
        Assert.Equal(120, aws.ReadResults(job.JobArn).Count);

        IEnumerable<string?> Ids(string type) => stack.Resources.Values
            .Where(resource => resource.Type == type)
            .Select(resource => resource.PhysicalId)
            .Order();
    }

    [Theory]
    [InlineData("kms:GenerateDataKey", "PutObject")]
    [InlineData("bedrock:InvokeModel", "invokeModel")]
    public async Task Each_Permission_Of_The_Service_Role_Is_Needed(string action, string complaint)
    {
        // A job that failed before the provider had looked at it would fail the stack: this one waits until it is there.
        await using var aws = await LocalAws.StartAsync(new() { PlanFor = _ => JobPlan.Manual });

        var stack = await aws.DeployAsync(
            await SampleAssembly.FolderAsync,
            new DeployOptions { StackName = Name, EditTemplate = template => TakeAway(template, action) });

        stack.EnsureSucceeded();
        var job = Assert.Single(aws.Jobs);
        while (!JobStatus.IsTerminal(job.Status))
            job = await aws.Bedrock.AdvanceAsync(job.JobArn);
        Assert.Equal(JobStatus.Failed, job.Status);
        Assert.Contains(complaint, job.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_Stack_Can_Be_Deleted_After_The_Job_And_The_Results_Stay_With_Their_Key()
    {
        await using var aws = await LocalAws.StartAsync(new() { Speed = 600 });
        (await aws.DeployAsync(await SampleAssembly.FolderAsync, Name)).EnsureSucceeded();
        await aws.WaitForJobAsync(Assert.Single(aws.Jobs).JobArn);

        var deleted = await aws.DeleteAsync(Name);

        Assert.Equal(StackStatus.DeleteComplete, deleted?.Status);
        var kept = deleted!.Events.Where(e => e.ResourceStatus == ResourceStatus.DeleteSkipped);
        Assert.Equal(["AWS::KMS::Key", "AWS::S3::Bucket", "AWS::S3::Bucket"], kept.Select(e => e.ResourceType).Order());
    }

    private static void TakeAway(JsonObject template, string action)
    {
        var statements = template["Resources"]!.AsObject()
            .Where(resource => resource.Value!["Type"]!.ToString() == "AWS::IAM::Role" && resource.Value["Properties"]!["Policies"] is not null)
            .SelectMany(role => role.Value!["Properties"]!["Policies"]!.AsArray())
            .SelectMany(policy => policy!["PolicyDocument"]!["Statement"]!.AsArray());
        Assert.Single(statements, statement => Actions(statement!).Contains(action))!["Effect"] = "Deny";
    }

    private static IEnumerable<string> Actions(JsonNode statement) => statement["Action"] is JsonArray several
        ? several.Select(action => action!.ToString())
        : [statement["Action"]!.ToString()];
}
