using System.CommandLine;
using BatchResource.Local.Bedrock;
using BatchResource.Local.Bedrock.Api;
using BatchResource.Local.Ground;
using BatchResource.Local.Tests.Bedrock;
using BatchResource.Local.Tool.Commands;
using BatchResource.Local.Tool.Output;
using Spectre.Console;

namespace BatchResource.Local.Tests.Commands;

public sealed class ServeTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("batchresource-serve-").FullName;
    private readonly SynchronizedWriter output = new();

    [Fact]
    public async Task Serve_Says_How_To_Reach_It_And_What_Happens()
    {
        using var stop = new CancellationTokenSource();
        var served = Server(port: 0).RunAsync(stop.Token);
        var endpoint = new Uri(await output.WaitForAsync("AWS_ENDPOINT_URL="));
        using var http = new SignedHttp(endpoint);

        using var response = await http.SendAsync(HttpMethod.Get, "/model-invocation-jobs");

        Assert.True(response.IsSuccessStatusCode);
        await output.WaitForAsync("200    bedrock ListModelInvocationJobs");
        await stop.CancelAsync();
        Assert.Equal(ExitCode.Success, await served);
        Assert.EndsWith($"Stopped. Everything is kept in {folder}\n", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Port_In_Use_Is_A_Clear_Refusal()
    {
        await using var other = await BedrockControlPlane.StartAsync(new BedrockOptions());

        var exitCode = await Server(other.Endpoint.Port).RunAsync(CancellationToken.None);

        Assert.Equal(ExitCode.Refused, exitCode);
        Assert.Contains($"127.0.0.1:{other.Endpoint.Port}: address already in use", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Damaged_Journal_Is_A_Clear_Refusal_And_Stays_As_It_Is()
    {
        var journal = Path.Combine(folder, "jobs.jsonl");
        await File.WriteAllTextAsync(journal, "damaged\n");

        var exitCode = await Server(port: 0).RunAsync(CancellationToken.None);

        Assert.Equal(ExitCode.StateUnusable, exitCode);
        Assert.Equal("damaged\n", await File.ReadAllTextAsync(journal));
        Assert.Contains("jobs.jsonl is damaged in line 1", output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--port", "99999", "--port must be 0-65535, got \"99999\"")]
    [InlineData("--speed", "0", "--speed must be greater than 0 and at most 1000000, got \"0\"")]
    [InlineData("--speed", "1e12", "--speed must be greater than 0 and at most 1000000, got \"1e12\"")]
    [InlineData("--account", "12", "--account must be twelve digits, got \"12\"")]
    [InlineData("--throttle", "1.5", "--throttle must be 0 to 1, got \"1.5\"")]
    [InlineData("--port", "many", "Cannot parse argument 'many' for option '--port'")]
    public void An_Option_Out_Of_Range_Is_Named(string option, string value, string message)
    {
        var parsed = new RootCommand { ServeCommand.Create() }.Parse(["serve", option, value]);

        Assert.StartsWith(message, Assert.Single(parsed.Errors).Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        output.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private Server Server(int port)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        var settings = new ServeSettings(port, Account.Default, "test", "test", Speed: 1, folder, MinimumRecords: 100, ThrottledShare: 0);
        return new Server(settings, new Terminal(console, isInteractive: false));
    }
}
