using System.Text;
using System.Text.Json.Nodes;
using BatchResource.Local.Lambda;

namespace BatchResource.Local.Tests.Lambda;

public sealed class InvocationTests : LambdaHostTest
{
    [Fact]
    public async Task A_Published_Folder_Runs_In_A_Process_Of_Its_Own()
    {
        Host.Put(Function());

        var attempt = await InvokeAsync("describe");

        var described = Json(attempt);
        Assert.NotEqual(Environment.ProcessId, described["processId"]!.GetValue<int>());
        Assert.Equal(attempt.ProcessId, described["processId"]!.GetValue<int>());
        Assert.Equal(attempt.RequestId, described["requestId"]!.GetValue<string>());
        Assert.Equal(FunctionArn, described["functionArn"]!.GetValue<string>());
        Assert.Equal(TestBundle.Folder, described["folder"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_Deadline_Is_The_Timeout_From_Now_On_The_Machines_Clock()
    {
        Host.Put(Function() with { Timeout = TimeSpan.FromMinutes(15) });

        var remaining = (await DescribeAsync())["remainingMs"]!.GetValue<long>();

        // The test's own clock is years away, so that this range cannot be met by accident.
        Assert.InRange(remaining, 1, 900_000);
    }

    [Fact]
    public async Task The_Process_Gets_Lambdas_Variables_Its_Own_And_No_Others()
    {
        Configure = options => options with
        {
            Environment = new Dictionary<string, string> { ["AWS_ENDPOINT_URL_BEDROCK"] = "http://127.0.0.1:1" },
        };
        Host.Put(Function(("MINE", "1"), ("AWS_REGION", "eu-west-1")));
        Environment.SetEnvironmentVariable("NOT_FOR_FUNCTIONS", "1");

        var variables = (await DescribeAsync())["variables"]!.AsObject();

        Assert.Equal("1", Value("MINE"));
        Assert.Equal("us-east-1", Value("AWS_REGION"));
        Assert.Equal("http://127.0.0.1:1", Value("AWS_ENDPOINT_URL_BEDROCK"));
        Assert.Equal("TestFunction", Value("_HANDLER"));
        Assert.Equal("test", Value("AWS_LAMBDA_FUNCTION_NAME"));
        Assert.Equal("$LATEST", Value("AWS_LAMBDA_FUNCTION_VERSION"));
        Assert.Equal("512", Value("AWS_LAMBDA_FUNCTION_MEMORY_SIZE"));
        Assert.Equal("/aws/lambda/test", Value("AWS_LAMBDA_LOG_GROUP_NAME"));
        Assert.Equal("AWS_Lambda_dotnet10", Value("AWS_EXECUTION_ENV"));
        Assert.Null(Value("NOT_FOR_FUNCTIONS"));

        string? Value(string name) => variables[name]?.GetValue<string>();
    }

    [Fact]
    public async Task The_Process_Gets_Credentials_Of_Its_Role_That_Die_With_It()
    {
        Host.Put(Function());

        var variables = (await DescribeAsync())["variables"]!;
        var accessKeyId = variables["AWS_ACCESS_KEY_ID"]!.GetValue<string>();

        var issued = Credentials.Find(accessKeyId);
        Assert.Equal("arn:aws:sts::123456789012:assumed-role/TestRole/test", issued!.Identity.Arn);
        Assert.Equal(RoleArn, issued.Identity.RoleArn);
        Assert.Equal(issued.SecretAccessKey, variables["AWS_SECRET_ACCESS_KEY"]!.GetValue<string>());
        Assert.Equal(issued.SessionToken, variables["AWS_SESSION_TOKEN"]!.GetValue<string>());

        await Host.DisposeAsync();
        Assert.Null(Credentials.Find(accessKeyId));
    }

    [Fact]
    public async Task A_Process_Serves_One_Event_After_The_Other()
    {
        Host.Put(Function());

        var first = await DescribeAsync();
        var second = await DescribeAsync();

        Assert.Equal(first["processId"]!.GetValue<int>(), second["processId"]!.GetValue<int>());
        Assert.Equal(2, second["calls"]!.GetValue<int>());
    }

    [Fact]
    public async Task An_Update_Of_The_Function_Retires_Its_Processes()
    {
        Host.Put(Function());
        var before = await DescribeAsync();

        Host.Put(Function(("VERSION", "2")));
        var after = await DescribeAsync();

        Assert.NotEqual(before["processId"]!.GetValue<int>(), after["processId"]!.GetValue<int>());
        Assert.Equal("2", after["variables"]!["VERSION"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_Error_That_The_Function_Reports_Is_A_Failure_And_The_Process_Lives_On()
    {
        Host.Put(Function());
        var before = await DescribeAsync();

        var attempt = await InvokeAsync("throw");

        Assert.Equal(
            (InvocationOutcome.FunctionError, "TestFunction.Told", "told to throw"),
            (attempt.Outcome, attempt.ErrorType, attempt.ErrorMessage));
        Assert.Equal(before["processId"]!.GetValue<int>(), (await DescribeAsync())["processId"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_Process_That_Hangs_Is_Killed_At_The_Timeout()
    {
        Host.Put(Function() with { Timeout = TimeSpan.FromSeconds(1) });

        var attempt = await InvokeAsync("hang");

        Assert.Equal((InvocationOutcome.TimedOut, "Sandbox.Timedout"), (attempt.Outcome, attempt.ErrorType));
        Assert.Equal($"RequestId: {attempt.RequestId} Error: Task timed out after 1.00 seconds", attempt.ErrorMessage);
        Assert.NotEqual(attempt.ProcessId, (await DescribeAsync())["processId"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_Process_That_Ends_Fails_Its_Invocation_With_Its_Exit_Status()
    {
        Host.Put(Function());

        var attempt = await InvokeAsync("crash");

        Assert.Equal((InvocationOutcome.Crashed, "Runtime.ExitError"), (attempt.Outcome, attempt.ErrorType));
        Assert.Equal($"RequestId: {attempt.RequestId} Error: Runtime exited with error: exit status 7", attempt.ErrorMessage);
    }

    [Fact]
    public async Task A_Process_That_Ends_Between_Two_Events_Costs_No_Attempt()
    {
        Host.Put(Function());
        await InvokeAsync("return-and-exit");

        var next = await InvokeAsync("describe");

        Assert.Equal((1, InvocationOutcome.Succeeded), (next.Attempt, next.Outcome));
    }

    [Fact]
    public async Task An_Answer_Above_Six_Megabytes_Is_A_Failure()
    {
        Host.Put(Function());

        var attempt = await InvokeAsync("return-large", ("length", 7 << 20));

        Assert.Equal((InvocationOutcome.FunctionError, "Function.ResponseSizeTooLarge"), (attempt.Outcome, attempt.ErrorType));
    }

    [Theory]
    [InlineData("exit", "Runtime.ExitError")]
    [InlineData("error", "TestFunction.InitError")]
    [InlineData("hang", "Sandbox.Timedout")]
    public async Task A_Process_That_Never_Asks_For_An_Event_Is_A_Failed_Init(string init, string errorType)
    {
        Configure = options => options with { InitTimeout = TimeSpan.FromSeconds(init == "hang" ? 1 : 60) };
        Host.Put(Function(("TEST_INIT", init)));

        var attempt = await InvokeAsync("describe");

        Assert.Equal((InvocationOutcome.InitFailed, errorType), (attempt.Outcome, attempt.ErrorType));
    }

    [Fact]
    public async Task A_Handler_That_The_Bundle_Lacks_Fails_With_A_Message_That_Names_It()
    {
        Host.Put(Function() with { Handler = "Missing" });

        var attempt = await InvokeAsync("describe");

        Assert.Equal((InvocationOutcome.InitFailed, "Runtime.InvalidEntrypoint"), (attempt.Outcome, attempt.ErrorType));
        Assert.Contains("Missing.dll", attempt.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Killed_Process_Is_A_Crash()
    {
        Host.Put(Function());
        var running = Host.InvokeAsync(FunctionArn, Event("hang"));
        await UntilAsync(() => Host.Logs(FunctionArn).Any(line => line.Text == "hanging"));

        Assert.True(Host.Kill(Assert.Single(Host.Attempts).RequestId));

        var attempt = await running;
        Assert.Equal(InvocationOutcome.Crashed, attempt.Outcome);
        Assert.EndsWith("Runtime exited with error: signal: 9", attempt.ErrorMessage, StringComparison.Ordinal);
        Assert.False(Host.Kill(attempt.RequestId));
    }

    [Fact]
    public async Task The_Caller_Of_An_Api_Is_Killed_By_Its_Access_Key()
    {
        Host.Put(Function());
        var accessKeyId = (await DescribeAsync())["variables"]!["AWS_ACCESS_KEY_ID"]!.GetValue<string>();

        Assert.True(Host.KillByAccessKey(accessKeyId));

        await UntilAsync(() => !Host.KillByAccessKey(accessKeyId));
        Assert.NotEqual(accessKeyId, (await DescribeAsync())["variables"]!["AWS_ACCESS_KEY_ID"]!.GetValue<string>());
    }

    [Fact]
    public void An_Unknown_Function_Is_Refused_At_Once() =>
        Assert.Throws<KeyNotFoundException>(() => Host.InvokeAsEvent(FunctionArn, Encoding.UTF8.GetBytes("{}")));
}
