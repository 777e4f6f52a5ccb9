namespace BatchResource.Local.Tests.Lambda;

public sealed class LogTests : LambdaHostTest
{
    [Fact]
    public async Task Output_Goes_To_The_Log_With_The_Request_That_It_Belongs_To()
    {
        Host.Put(Function());

        var attempt = await InvokeAsync("print", ("lines", 2), ("length", 5));

        await UntilAsync(() => Host.Logs(FunctionArn, attempt.RequestId).Any(line => line.Text == "printed"));
        var lines = Host.Logs(FunctionArn, attempt.RequestId).Select(line => line.Text).ToList();
        Assert.Equal($"START RequestId: {attempt.RequestId} Version: $LATEST", lines[0]);
        Assert.Equal(2, lines.Count(line => line == "....."));
        Assert.Contains($"END RequestId: {attempt.RequestId}", lines);
        Assert.Contains(lines, line => line.StartsWith($"REPORT RequestId: {attempt.RequestId}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_The_Latest_Lines_Of_Endless_Output_Are_Kept()
    {
        Configure = options => options with { MaximumLogSize = 100_000 };
        Host.Put(Function());

        var attempt = await InvokeAsync("print", ("lines", 50_000), ("length", 200));

        await UntilAsync(() => Host.Logs(FunctionArn).Any(line => line.Text == "printed"));
        Assert.True(Host.Logs(FunctionArn).Sum(line => line.Text.Length) <= 100_000);
        Assert.Equal(Local.Lambda.InvocationOutcome.Succeeded, attempt.Outcome);
    }

    [Fact]
    public async Task A_Line_Without_An_End_Is_Cut_Into_Pieces()
    {
        Host.Put(Function());

        await InvokeAsync("print", ("lines", 1), ("length", 3 << 20));

        await UntilAsync(() => Host.Logs(FunctionArn).Where(line => line.Text[0] == '.').Sum(line => line.Text.Length) == 3 << 20);
        Assert.All(Host.Logs(FunctionArn), line => Assert.InRange(line.Text.Length, 0, 256 * 1024));
    }
}
