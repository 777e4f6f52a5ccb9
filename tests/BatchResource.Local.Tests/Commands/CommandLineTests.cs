using System.Text.Json.Nodes;
using BatchResource.Local.Tool.Commands;

namespace BatchResource.Local.Tests.Commands;

/// <summary>The commands as a script sees them, on templates that need no provider.</summary>
[Collection(nameof(CapturedCommand))]
public sealed class CommandLineTests : CommandTest
{
    [Fact]
    public async Task Events_Are_Followed_Until_The_Operation_Has_Ended()
    {
        await RunAsync("deploy", Template("v"), "--state", State);

        var (code, followed) = await RunAsync("events", "demo", "--state", State, "--follow");
        var (_, shown) = await RunAsync("events", "demo", "--state", State);

        Assert.Equal(0, code);
        Assert.Equal(shown, followed);
    }

    [Fact]
    public async Task Describe_Events_And_Delete_Work_On_What_Was_Deployed()
    {
        await RunAsync("deploy", Template("v"), "--state", State);

        var (_, list) = await RunAsync("describe", "--state", State);
        var (_, stack) = await RunAsync("describe", "demo", "--state", State);
        var (deleted, _) = await RunAsync("delete", "demo", "--state", State);
        var (_, events) = await RunAsync("events", "demo", "--state", State);
        var (_, empty) = await RunAsync("describe", "--state", State);

        Assert.Equal(0, deleted);
        Assert.Contains("demo   CREATE_COMPLETE  1\n", list, StringComparison.Ordinal);
        Assert.Contains("AWS::SSM::Parameter  CREATE_COMPLETE", stack, StringComparison.Ordinal);
        Assert.EndsWith("DELETE_COMPLETE\n", events, StringComparison.Ordinal);
        Assert.DoesNotContain("demo", empty, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Describe_Works_Beside_A_Process_That_Holds_The_State()
    {
        await RunAsync("deploy", Template("v"), "--state", State);
        using var held = StateFolder.Open(State);

        var (code, output) = await RunAsync("describe", "--state", State);

        Assert.Equal(0, code);
        Assert.Contains("demo", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_Deployments_At_A_Time_Are_Refused_With_3()
    {
        Directory.CreateDirectory(State);
        using var held = StateFolder.Open(State);

        var (code, output) = await RunAsync("deploy", Template("v"), "--state", State);

        Assert.Equal(3, code);
        Assert.Contains("is in use by another process", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("stacks/demo.jsonl")]
    [InlineData("jobs.jsonl")]
    [InlineData("clock.json")]
    public async Task A_Damaged_State_File_Is_Refused_With_3_And_Left_As_It_Is(string file)
    {
        await RunAsync("deploy", Template("v"), "--state", State);
        var path = Path.Combine(State, file);
        await File.WriteAllTextAsync(path, "damaged\n");

        var (code, output) = await RunAsync("deploy", Template("w"), "--state", State);

        Assert.Equal(3, code);
        Assert.Contains(path, output, StringComparison.Ordinal);
        Assert.Equal("damaged\n", await File.ReadAllTextAsync(path));
    }

    [Theory]
    [InlineData("deploy")]
    [InlineData("deploy", "x", "--speed", "0")]
    [InlineData("deploy", "x", "--parameters", "novalue")]
    [InlineData("deploy", "x", "--fault", "lightning=1%")]
    [InlineData("deploy", "x", "--fault", "throttling=120%")]
    [InlineData("deploy", "x", "--fault", "throttling=60%", "reset=60%")]
    [InlineData("serve", "--port", "99999")]
    [InlineData("serve", "--throttle", "2")]
    [InlineData("serve", "--minimum-records", "-1")]
    [InlineData("serve", "--fault", "throttling=1%")]
    [InlineData("hold", "event.json", "--port", "-1")]
    [InlineData("fly")]
    public async Task A_Command_Line_That_Makes_No_Sense_Exits_With_2(params string[] args) =>
        Assert.Equal(2, (await RunAsync([.. args, "--state", State])).Code);

    [Fact]
    public async Task Jobs_Of_An_Empty_Account_Are_An_Empty_List()
    {
        var (code, output) = await RunAsync("jobs", "--state", State, "--json");

        Assert.Equal(0, code);
        Assert.Empty(JsonNode.Parse(output)!.AsArray());
    }

    [Theory]
    [InlineData("delete", "nobody")]
    [InlineData("describe", "nobody")]
    [InlineData("events", "nobody")]
    [InlineData("results", "nobody")]
    public async Task What_Does_Not_Exist_Is_Refused_With_2(string command, string name)
    {
        var (code, output) = await RunAsync(command, name, "--state", State);

        Assert.Equal(2, code);
        Assert.Contains("nobody", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_Ends_With_Examples_And_Exit_Codes()
    {
        var original = Console.Out;
        using var writer = new StringWriter();
        Console.SetOut(writer);
        try
        {
            Assert.Equal(0, await CommandLine.RunAsync(["--help"]));
        }
        finally
        {
            Console.SetOut(original);
        }

        Assert.Contains("deploy cdk.out --wait", writer.ToString(), StringComparison.Ordinal);
        Assert.Contains("Exit codes:", writer.ToString(), StringComparison.Ordinal);
    }
}
