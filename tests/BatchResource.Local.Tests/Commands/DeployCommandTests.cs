using System.Text.Json.Nodes;

namespace BatchResource.Local.Tests.Commands;

/// <summary>What <c>deploy</c> shows and how it ends, on templates that need no provider.</summary>
[Collection(nameof(CapturedCommand))]
public sealed class DeployCommandTests : CommandTest
{
    [Fact]
    public async Task Deploy_Shows_Events_And_Outputs_As_Plain_Lines()
    {
        var (code, output) = await RunAsync("deploy", Template("v"), "--state", State);

        Assert.Equal(0, code);
        Assert.Contains("Name                                      CREATE_COMPLETE", output, StringComparison.Ordinal);
        Assert.Contains("demo is CREATE_COMPLETE\n", output, StringComparison.Ordinal);
        Assert.Contains("demo.Value = v\n", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', output);
    }

    [Fact]
    public async Task A_Second_Deploy_Is_An_Update_And_A_Third_Changes_Nothing()
    {
        await RunAsync("deploy", Template("one"), "--state", State);

        var (_, update) = await RunAsync("deploy", Template("two"), "--state", State);
        var (code, nothing) = await RunAsync("deploy", Template("two"), "--state", State);

        Assert.Contains("demo is UPDATE_COMPLETE\n", update, StringComparison.Ordinal);
        Assert.Equal(0, code);
        Assert.StartsWith("demo: no changes\n", nothing, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Deployment_That_Is_Rolled_Back_Exits_With_1()
    {
        var (code, output) = await RunAsync("deploy", Template("v"), "--state", State, "--fail", "Name");

        Assert.Equal(1, code);
        Assert.Contains("Simulated failure of Name (--fail)", output, StringComparison.Ordinal);
        Assert.Contains("demo is ROLLBACK_COMPLETE\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Deployment_That_Fails_Ends_With_The_First_Failure()
    {
        var (_, output) = await RunAsync("deploy", Template("v"), "--state", State, "--fail", "Name");
        var (_, json) = await RunAsync("deploy", Template("v"), "--state", State, "--fail", "Name", "--json");

        Assert.EndsWith("\nName (AWS::SSM::Parameter) CREATE_FAILED: Simulated failure of Name (--fail)\n", output, StringComparison.Ordinal);
        var failure = JsonNode.Parse(json)!["failure"]!;
        Assert.Equal("Name", failure["LogicalResourceId"]!.ToString());
        Assert.Equal("Simulated failure of Name (--fail)", failure["ResourceStatusReason"]!.ToString());
    }

    [Fact]
    public async Task A_Failure_In_A_Nested_Stack_Is_Told_By_Its_Own_Resource()
    {
        var bucket = Path.Combine(State, "s3", "nested");
        Directory.CreateDirectory(bucket);
        await File.WriteAllTextAsync(Path.Combine(bucket, "n.json"), """
            { "Resources": { "F": { "Type": "AWS::Lambda::Function", "Properties": {
              "Runtime": "dotnet10", "Handler": "h", "Role": "r", "Code": { "S3Bucket": "none", "S3Key": "k" } } } } }
            """);
        var path = Path.Combine(Folder, "demo.template.json");
        await File.WriteAllTextAsync(path, """
            { "Resources": { "Nested": { "Type": "AWS::CloudFormation::Stack", "Properties": {
              "TemplateURL": "https://nested.s3.us-east-1.amazonaws.com/n.json" } } } }
            """);

        var (code, output) = await RunAsync("deploy", path, "--state", State);
        var (_, json) = await RunAsync("deploy", path, "--state", State, "--json");

        Assert.Equal(1, code);
        Assert.Contains("\nF (AWS::Lambda::Function) CREATE_FAILED: Error occurred while GetObject.", output, StringComparison.Ordinal);
        Assert.StartsWith("demo-Nested-", JsonNode.Parse(json)!["failure"]!["StackName"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Failure_Of_A_Resource_That_The_Template_Lacks_Is_Refused_With_2()
    {
        var (code, output) = await RunAsync("deploy", Template("v"), "--state", State, "--fail", "NoSuchThing");

        Assert.Equal(2, code);
        Assert.Equal("--fail: resources [NoSuchThing] do not exist in the template, which has [Name]\n", output);
        Assert.False(Directory.Exists(State));
    }

    [Fact]
    public async Task A_Rolled_Back_Creation_Is_Created_Anew_By_The_Next_Deploy()
    {
        await RunAsync("deploy", Template("v"), "--state", State, "--fail", "Name");

        var (code, output) = await RunAsync("deploy", Template("v"), "--state", State);

        Assert.Equal(0, code);
        Assert.Contains("demo is CREATE_COMPLETE\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Deployment_Without_Rollback_Goes_On_Or_Back()
    {
        var (failed, output) = await RunAsync("deploy", Template("v"), "--state", State, "--fail", "Name", "--disable-rollback");
        Assert.Equal(1, failed);
        Assert.Contains("demo is CREATE_FAILED\n", output, StringComparison.Ordinal);
        var (_, retried) = await RunAsync("deploy", Template("v"), "--state", State, "--disable-rollback");
        Assert.Contains("demo is UPDATE_COMPLETE\n", retried, StringComparison.Ordinal);

        await RunAsync("deploy", Template("w"), "--state", State, "--fail", "Name", "--disable-rollback");
        var (code, back) = await RunAsync("rollback", "demo", "--state", State);
        Assert.Equal(0, code);
        Assert.Contains("demo is UPDATE_ROLLBACK_COMPLETE\n", back, StringComparison.Ordinal);
        var (refused, reason) = await RunAsync("rollback", "demo", "--state", State);
        Assert.Equal(2, refused);
        Assert.Contains("can not be rolled back", reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Deployment_With_Rollback_First_Takes_Back_One_Without()
    {
        await RunAsync("deploy", Template("v"), "--state", State);
        await RunAsync("deploy", Template("w"), "--state", State, "--fail", "Name", "--disable-rollback");

        var (code, output) = await RunAsync("deploy", Template("x"), "--state", State);

        Assert.Equal(0, code);
        Assert.Contains("UPDATE_ROLLBACK_COMPLETE", output, StringComparison.Ordinal);
        Assert.Contains("demo is UPDATE_COMPLETE\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parameters_Reach_The_Template()
    {
        var (_, output) = await RunAsync("deploy", Template("v"), "--state", State, "--parameters", "Suffix=x=y");

        Assert.Contains("demo.Suffix = x=y\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deploy_In_Json_Is_One_Document()
    {
        var (code, output) = await RunAsync("deploy", Template("v"), "--state", State, "--json");

        var document = JsonNode.Parse(output)!;
        Assert.Equal(0, code);
        Assert.Equal("CREATE_COMPLETE", document["StackStatus"]!.ToString());
        Assert.Equal("v", document["Outputs"]!["Value"]!.ToString());
        Assert.Equal("AWS::SSM::Parameter", document["StackResources"]![0]!["ResourceType"]!.ToString());
        Assert.Empty(document["jobs"]!.AsArray());
    }

    [Fact]
    public async Task A_Property_That_Its_Type_Does_Not_Have_Is_A_Warning()
    {
        var path = Path.Combine(Folder, "demo.template.json");
        await File.WriteAllTextAsync(path, """
            {
              "Resources": {
                "Name": { "Type": "AWS::SSM::Parameter", "Properties": { "Type": "String", "Value": "v", "Valeu": "w" } },
                "Meta": { "Type": "AWS::CDK::Metadata", "Properties": { "Analytics": "x" } }
              }
            }
            """);
        const string Warning = "Resources.Name.Properties.Valeu: AWS::SSM::Parameter has no property Valeu, so AWS would refuse it";

        var (code, output) = await RunAsync("deploy", path, "--state", State);
        var (_, json) = await RunAsync("deploy", path, "--state", State, "--json");

        Assert.Equal(0, code);
        Assert.Contains($"\nWarning: {Warning}\n", output, StringComparison.Ordinal);
        Assert.Equal(Warning, Assert.Single(JsonNode.Parse(json)!["warnings"]!.AsArray())!.ToString());
    }

    [Fact]
    public async Task A_Template_That_Cannot_Be_Deployed_Is_Refused_With_2()
    {
        var path = Path.Combine(Folder, "bad.json");
        await File.WriteAllTextAsync(path, """{ "Resources": { "X": { "Type": "AWS::No::Such" } } }""");

        var (code, output) = await RunAsync("deploy", path, "--state", State, "--json");

        Assert.Equal(2, code);
        Assert.Equal(
            "Resources.X: resource type AWS::No::Such is not supported by the local CloudFormation; it can be simulated "
            + "(--simulate-unknown, or LocalAwsOptions.SimulateUnknownTypes)",
            JsonNode.Parse(output)!["error"]!.ToString());
    }
}
