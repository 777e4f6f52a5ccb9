using BatchResource.Local.CloudFormation;
using BatchResource.Local.Tests.AwsCli;
using BatchResource.Tests.Shared;

namespace BatchResource.Local.Tests.Front;

/// <summary>The AWS CLI's own commands, which are more than calls of operations, agree with the endpoint.</summary>
public sealed class EndpointCliTests : IAsyncLifetime
{
    private const string Template =
        """{"Resources":{"P":{"Type":"AWS::SSM::Parameter","Properties":{"Type":"String","Value":"1"}}}}""";

    private readonly string folder = Directory.CreateTempSubdirectory("batchresource-endpoint-").FullName;
    private LocalAws aws = null!;

    public async Task InitializeAsync() => await StartAsync();

    public async Task DisposeAsync()
    {
        await aws.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [AwsCliFact]
    public async Task Files_Are_Copied_Synchronized_Listed_And_Removed()
    {
        Directory.CreateDirectory(Path.Combine(folder, "in", "deep"));
        await File.WriteAllTextAsync(Path.Combine(folder, "in", "a b+c.txt"), "1");
        await File.WriteAllTextAsync(Path.Combine(folder, "in", "deep", "d.txt"), "2");
        await File.WriteAllBytesAsync(Path.Combine(folder, "in", "large"), new byte[9 << 20]);

        await SucceedAsync("s3", "mb", "s3://files");
        await SucceedAsync("s3", "sync", "in", "s3://files/in", "--no-progress");
        Assert.Empty(await SucceedAsync("s3", "sync", "in", "s3://files/in", "--no-progress"));
        Assert.Equal(3, (await SucceedAsync("s3", "ls", "s3://files", "--recursive")).Split('\n').Length);
        await SucceedAsync("s3", "cp", "s3://files/in/large", "s3://files/copy", "--no-progress");
        await SucceedAsync("s3", "sync", "s3://files", "out", "--no-progress");
        Assert.Equal("1", await File.ReadAllTextAsync(Path.Combine(folder, "out", "in", "a b+c.txt")));
        Assert.Equal(9 << 20, new FileInfo(Path.Combine(folder, "out", "copy")).Length);
        Assert.Contains("BucketNotEmpty", (await RunAsync("s3", "rb", "s3://files")).Output, StringComparison.Ordinal);
        await SucceedAsync("s3", "rb", "s3://files", "--force");
        Assert.Empty(await SucceedAsync("s3", "ls"));
    }

    [AwsCliFact]
    public async Task A_Template_Is_Deployed_And_A_Second_Time_Nothing_Changes()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "t.json"), Template);

        string[] deploy =
            ["cloudformation", "deploy", "--stack-name", "s", "--template-file", "t.json", "--no-fail-on-empty-changeset"];
        await SucceedAsync(deploy);

        // The command names its change set for the second in which it runs, and two of one name cannot be.
        await Task.Delay(TimeSpan.FromSeconds(1.1));
        var again = await SucceedAsync(deploy);

        Assert.Contains("No changes to deploy. Stack s is up to date", again, StringComparison.Ordinal);
        var status = await SucceedAsync(
            "cloudformation", "describe-stacks", "--stack-name", "s", "--query", "Stacks[0].StackStatus", "--output", "text");
        Assert.Equal("CREATE_COMPLETE", status);
    }

    [AwsCliFact]
    public async Task A_Stack_With_A_Change_Set_Is_There_After_A_Restart()
    {
        await SucceedAsync(
            "cloudformation", "create-change-set", "--stack-name", "s", "--change-set-name", "c", "--change-set-type", "CREATE",
            "--template-body", Template);

        await aws.DisposeAsync();
        await StartAsync();

        await SucceedAsync("cloudformation", "execute-change-set", "--stack-name", "s", "--change-set-name", "c");
        await SucceedAsync("cloudformation", "wait", "stack-exists", "--stack-name", "s");
        Assert.Equal("s", Assert.Single(aws.Stacks).StackName);
    }

    [AwsCliFact]
    public async Task A_Template_Of_More_Than_51200_Bytes_Is_Deployed_Through_A_Bucket()
    {
        var padding = $$"""{"Metadata":{"Padding":"{{new string('x', 60_000)}}"},""";
        await File.WriteAllTextAsync(Path.Combine(folder, "t.json"), padding + Template[1..]);
        await SucceedAsync("s3", "mb", "s3://templates");
        string[] deploy = ["cloudformation", "deploy", "--stack-name", "s", "--template-file", "t.json"];

        var refused = await RunAsync(deploy);
        await SucceedAsync([.. deploy, "--s3-bucket", "templates"]);

        Assert.Contains("must be deployed via an S3 Bucket", refused.Output, StringComparison.Ordinal);
        Assert.Equal("CREATE_COMPLETE", Assert.Single(aws.Stacks).Status);
    }

    [AwsCliFact]
    public async Task A_Rollback_That_Failed_Is_Continued()
    {
        static string Two(int value) => $$$"""
            {"Resources":{
              "P":{"Type":"AWS::SSM::Parameter","Properties":{"Type":"String","Value":"{{{value}}}"} },
              "Q":{"Type":"AWS::SSM::Parameter","DependsOn":"P","Properties":{"Type":"String","Value":"{{{value}}}"} } } }
            """;
        await SucceedAsync("cloudformation", "create-stack", "--stack-name", "s", "--template-body", Two(1));
        await SucceedAsync("cloudformation", "wait", "stack-create-complete", "--stack-name", "s");
        aws.Failures["Q"] = new() { Operations = FailingOperations.Update };
        aws.Failures["P"] = new() { Operations = FailingOperations.Rollback };
        await SucceedAsync("cloudformation", "update-stack", "--stack-name", "s", "--template-body", Two(2));
        await RunAsync("cloudformation", "wait", "stack-update-complete", "--stack-name", "s");
        Assert.Equal("UPDATE_ROLLBACK_FAILED", Assert.Single(aws.Stacks).Status);

        aws.Failures.Clear();
        await SucceedAsync("cloudformation", "continue-update-rollback", "--stack-name", "s");
        await SucceedAsync("cloudformation", "wait", "stack-rollback-complete", "--stack-name", "s");

        Assert.Equal("UPDATE_ROLLBACK_COMPLETE", Assert.Single(aws.Stacks).Status);
    }

    /// <summary>The AWS CLI 2 has <c>logs tail</c>, which asks the same operation.</summary>
    [AwsCliFact]
    public async Task A_Function_Is_Invoked_And_Its_Log_Is_Read()
    {
        aws.Lambda.Put(BotoTests.Told);

        var invoked = await SucceedAsync(
            "lambda", "invoke", "--function-name", "told", "--payload", """{"do":"throw"}""", "out.json", "--query", "FunctionError");
        var started = await SucceedAsync(
            "logs", "filter-log-events", "--log-group-name", "/aws/lambda/told", "--filter-pattern", "\"START RequestId\"",
            "--query", "events[].message", "--output", "text");

        Assert.Equal("\"Unhandled\"", invoked);
        Assert.Contains("told to throw", await File.ReadAllTextAsync(Path.Combine(folder, "out.json")), StringComparison.Ordinal);
        Assert.Matches("^START RequestId: [0-9a-f-]{36} Version: \\$LATEST$", started);
    }

    private async Task StartAsync() => aws = await LocalAws.StartAsync(new() { StateDirectory = Path.Combine(folder, "state") });

    private async Task<string> SucceedAsync(params string[] arguments)
    {
        var (exitCode, output) = await RunAsync(arguments);
        Assert.True(exitCode == 0, output);
        return output;
    }

    private async Task<(int ExitCode, string Output)> RunAsync(params string[] arguments)
    {
        var (exitCode, output) = await CommandLine.RunAsync(folder, AwsCommand.Path!, EndpointEnvironment.Of(aws.Endpoint), arguments);
        return (exitCode, output.Trim());
    }
}
