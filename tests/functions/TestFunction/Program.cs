using TestFunction;

switch (Environment.GetEnvironmentVariable("TEST_INIT"))
{
    case "exit":
        return 3;
    case "hang":
        await Task.Delay(Timeout.Infinite);
        break;
    default:
        break;
}

var api = Environment.GetEnvironmentVariable("AWS_LAMBDA_RUNTIME_API") ?? throw new InvalidOperationException("this runs in Lambda only");
using var runtime = new Runtime(api);
if (Environment.GetEnvironmentVariable("TEST_INIT") == "error")
{
    await runtime.FailInitAsync("TestFunction.InitError", "told to fail");
    return 1;
}

var commands = new Commands();
while (await runtime.NextAsync() is { } call)
{
    try
    {
        await runtime.RespondAsync(call, await commands.RunAsync(call));
    }
    catch (InvalidOperationException e)
    {
        await runtime.FailAsync(call, "TestFunction.Told", e.Message);
    }
    if (commands.IsLast)
        return 0;
}
return 0;
