using System.IO.Compression;
using System.Text.Json.Nodes;
using BatchResource.Local.Ground;
using BatchResource.Local.Tests.Lambda;
using BatchResource.Local.Tool.Commands;
using BatchResource.Local.Tool.Output;
using Spectre.Console;

namespace BatchResource.Local.Tests.Commands;

/// <summary>The commands beside a process that serves the account of the same folder.</summary>
[Collection(nameof(CapturedCommand))]
public sealed class ServedAccountTests : IAsyncLifetime, IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("served-account-").FullName;
    private readonly SynchronizedWriter served = new();
    private readonly CancellationTokenSource stop = new();
    private Task<int> serving = null!;

    private string State => Path.Combine(folder, "state");

    public async Task InitializeAsync()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(served) });
        var settings = new ServeSettings(0, Account.Default, "test", "secret", Speed: 60, State, MinimumRecords: 100, ThrottledShare: 0);
        serving = new Server(settings, new Terminal(console, isInteractive: false)).RunAsync(stop.Token);
        await served.WaitForAsync("AWS_ACCESS_KEY_ID=");
    }

    public async Task DisposeAsync()
    {
        await stop.CancelAsync();
        await serving;
    }

    public void Dispose()
    {
        stop.Dispose();
        served.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_Stack_Lives_From_Deploy_To_Delete()
    {
        var (created, output) = await RunAsync("deploy", Template("one"));
        var (updated, update) = await RunAsync("deploy", Template("two"), "--parameters", "Suffix=x=y");
        var (_, kept) = await RunAsync("deploy", Template("three"));
        var (unchanged, nothing) = await RunAsync("deploy", Template("three"));
        var (deleted, delete) = await RunAsync("delete", "demo");

        Assert.Equal((0, 0, 0, 0), (created, updated, unchanged, deleted));
        Assert.Contains("Name                                      CREATE_COMPLETE", output, StringComparison.Ordinal);
        Assert.Contains("demo is CREATE_COMPLETE\n", output, StringComparison.Ordinal);
        Assert.Contains("demo.Value = one\n", output, StringComparison.Ordinal);
        Assert.Contains("demo.Suffix = x=y\n", update, StringComparison.Ordinal);
        Assert.Contains("demo.Suffix = x=y\n", kept, StringComparison.Ordinal);
        Assert.StartsWith("demo: no changes\n", nothing, StringComparison.Ordinal);
        Assert.Contains("demo is DELETE_COMPLETE\n", delete, StringComparison.Ordinal);
        Assert.Contains("cloudformation UpdateStack", served.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Template_Of_More_Than_51200_Bytes_Goes_Through_A_Bucket()
    {
        var (code, output) = await RunAsync("deploy", Template("large", new string('x', 60_000)));

        Assert.True(code == 0, output);
        Assert.Contains("demo is CREATE_COMPLETE\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Failed_Deployment_Is_Shown_And_Created_Anew_By_The_Next_One()
    {
        var broken = Path.Combine(folder, "demo.template.json");
        await File.WriteAllTextAsync(broken, """
            { "Resources": { "F": { "Type": "AWS::Lambda::Function", "Properties": {
              "Runtime": "dotnet10", "Handler": "h", "Role": "r", "Code": { "S3Bucket": "none", "S3Key": "k" } } } } }
            """);

        var (code, output) = await RunAsync("deploy", broken);
        var (again, _) = await RunAsync("deploy", Template("one"));

        Assert.Equal((1, 0), (code, again));
        Assert.Contains("demo is ROLLBACK_COMPLETE\n", output, StringComparison.Ordinal);
        Assert.Contains("\nF (AWS::Lambda::Function) CREATE_FAILED: ", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_Failure_Comes_With_What_Any_Provider_Wrote_In_That_Request(bool isServed)
    {
        if (!isServed)
        {
            await stop.CancelAsync();
            await serving;
        }

        var bucket = Path.Combine(State, "s3", "code");
        Directory.CreateDirectory(bucket);
        ZipFile.CreateFromDirectory(TestBundle.Folder, Path.Combine(bucket, "function.zip"));
        var path = Path.Combine(folder, "demo.template.json");
        await File.WriteAllTextAsync(path, Provided(("Sound", null), ("Broken", "no such thing")));

        var (code, output) = await RunAsync("deploy", path);
        var (_, json) = await RunAsync("deploy", path, "--json");

        Assert.Equal(1, code);
        Assert.Contains("Broken (Custom::Thing) CREATE_FAILED: ", output, StringComparison.Ordinal);
        Assert.EndsWith("The provider's log of that request:\n  asked to Create Broken\n", output, StringComparison.Ordinal);
        Assert.Equal(["asked to Create Broken"], JsonNode.Parse(json)!["failure"]!["ProviderLog"]!.AsArray().Select(line => line!.ToString()));
    }

    [Fact]
    public async Task What_CloudFormation_Refuses_Is_Refused_With_2()
    {
        var (code, output) = await RunAsync("rollback", "nobody");
        await RunAsync("deploy", Template("one"));
        var (wrong, reason) = await RunAsync("rollback", "demo");

        Assert.Equal((2, 2), (code, wrong));
        Assert.Equal("Stack [nobody] does not exist\n", output);
        Assert.Contains("can not be rolled back", reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--fault", "throttling=10%")]
    [InlineData("--fail", "Name")]
    [InlineData("--simulate-unknown", null)]
    [InlineData("--speed", "600")]
    public async Task Options_Of_The_Process_That_Serves_Are_Refused_By_Their_Names(string option, string? value)
    {
        string[] given = value is null ? [option] : [option, value];

        var (code, output) = await RunAsync(["deploy", Template("one"), .. given]);

        Assert.Equal(2, code);
        Assert.Contains($"which does not know {option}: give such options to serve", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Jobs_And_Their_Results_Are_Those_Of_The_Process_That_Serves()
    {
        using var http = new Bedrock.SignedHttp(new Uri(EndpointFile.Find(State)!.Address.ToString()), secret: "secret");
        var input = Path.Combine(State, "s3", "records");
        Directory.CreateDirectory(input);
        await File.WriteAllLinesAsync(Path.Combine(input, "in.jsonl"), Enumerable.Range(1, 100).Select(n =>
            $$$"""{"recordId":"r{{{n}}}","modelInput":{"messages":[{"role":"user","content":[{"text":"Ticket {{{n}}}"}]}]}}"""));
        using var created = await http.SendAsync(HttpMethod.Post, "/model-invocation-job", """
            {
              "jobName": "nightly", "modelId": "amazon.nova-micro-v1:0", "roleArn": "arn:aws:iam::123456789012:role/batch",
              "inputDataConfig": { "s3InputDataConfig": { "s3Uri": "s3://records/in.jsonl" } },
              "outputDataConfig": { "s3OutputDataConfig": { "s3Uri": "s3://records/out/" } }
            }
            """);
        Assert.True(created.IsSuccessStatusCode, await created.Content.ReadAsStringAsync());

        var (code, results) = await RunAsync("results", "nightly", "--wait", "--json");
        var (_, jobs) = await RunAsync("jobs", "--json");

        Assert.True(code == 0, results);
        Assert.Equal(100, JsonNode.Parse(results)!["results"]!.AsArray().Count);
        var job = Assert.Single(JsonNode.Parse(jobs)!.AsArray())!;
        Assert.Equal(("nightly", "Completed"), (job["jobName"]!.ToString(), job["status"]!.ToString()));
        Assert.Equal("100", job["processedRecordCount"]!.ToString());
    }

    [Fact]
    public async Task The_Address_Is_For_The_User_Alone_And_Goes_With_The_Process()
    {
        var file = EndpointFile.In(State);
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(file) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));

        await stop.CancelAsync();
        await serving;

        Assert.False(File.Exists(file));
    }

    [Fact]
    public async Task An_Address_That_A_Killed_Process_Has_Left_Is_Not_Called()
    {
        var left = await File.ReadAllTextAsync(EndpointFile.In(State));
        await stop.CancelAsync();
        await serving;
        await File.WriteAllTextAsync(EndpointFile.In(State), left);

        var (code, output) = await RunAsync("deploy", Template("one"));

        Assert.True(code == 0, output);
        Assert.False(File.Exists(EndpointFile.In(State)));
    }

    /// <summary>A function and custom resources of it, one after the other; those with a reason fail.</summary>
    private static string Provided(params (string LogicalId, string? Failure)[] things)
    {
        var role = """
            { "Type": "AWS::IAM::Role", "Properties": { "AssumeRolePolicyDocument": { "Statement": [
              { "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": { "Service": "lambda.amazonaws.com" } } ] } } }
            """;
        var function = $$"""
            { "Type": "AWS::Lambda::Function", "Properties": {
              "Runtime": "dotnet10", "Handler": "{{TestBundle.Handler}}", "Role": { "Fn::GetAtt": "Role.Arn" }, "Timeout": 60,
              "Code": { "S3Bucket": "code", "S3Key": "function.zip" } } }
            """;
        var resources = new JsonObject { ["Role"] = JsonNode.Parse(role), ["Provider"] = JsonNode.Parse(function) };
        string? before = null;
        foreach (var (logicalId, failure) in things)
        {
            resources[logicalId] = new JsonObject
            {
                ["Type"] = "Custom::Thing",
                ["DependsOn"] = before ?? "Role",
                ["Properties"] = new JsonObject
                {
                    ["ServiceToken"] = new JsonObject { ["Fn::GetAtt"] = "Provider.Arn" },
                    ["Name"] = logicalId,
                    ["Fail"] = failure,
                },
            };
            if (failure is null)
                resources[logicalId]!["Properties"]!.AsObject().Remove("Fail");
            before = logicalId;
        }

        return new JsonObject { ["Resources"] = resources }.ToJsonString();
    }

    private string Template(string value, string? padding = null)
    {
        var path = Path.Combine(folder, "demo.template.json");
        File.WriteAllText(path, $$"""
            {
              "Metadata": { "Padding": "{{padding}}" },
              "Parameters": { "Suffix": { "Type": "String", "Default": "" } },
              "Resources": { "Name": { "Type": "AWS::SSM::Parameter", "Properties": { "Type": "String", "Value": "{{value}}" } } },
              "Outputs": { "Value": { "Value": { "Fn::GetAtt": "Name.Value" } }, "Suffix": { "Value": { "Ref": "Suffix" } } }
            }
            """);
        return path;
    }

    private Task<(int Code, string Output)> RunAsync(params string[] args) => CapturedCommand.RunAsync([.. args, "--state", State]);
}
