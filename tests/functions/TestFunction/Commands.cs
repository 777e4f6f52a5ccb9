using System.Text.Json.Nodes;

namespace TestFunction;

/// <summary>What an event can tell the function to do.</summary>
internal sealed class Commands
{
    private int calls;

    /// <summary>Whether the process ends after this event, without an error.</summary>
    public bool IsLast { get; private set; }

    public async Task<string> RunAsync(Call call)
    {
        calls++;
        var command = JsonNode.Parse(call.Payload)!;
        switch (command["do"]?.GetValue<string>())
        {
            case "describe":
                return Describe(call).ToJsonString();
            case "throw":
                throw new InvalidOperationException("told to throw");
            case "hang":
                Console.WriteLine("hanging");
                await Task.Delay(Timeout.Infinite);
                break;
            case "crash":
                Environment.Exit(7);
                break;
            case "print":
                Print(command["lines"]!.GetValue<int>(), command["length"]!.GetValue<int>());
                break;
            case "return-large":
                return $"\"{new string('x', command["length"]!.GetValue<int>())}\"";
            case "return-and-exit":
                IsLast = true;
                break;
            case "wait-for-file":
                await WaitForFileAsync(command["path"]!.GetValue<string>());
                break;
            case null when command["ResponseURL"] is not null:
                await AnswerAsync(command.AsObject());
                break;
            default:
                break;
        }
        return "\"done\"";
    }

    private JsonObject Describe(Call call)
    {
        var variables = new JsonObject();
        foreach (System.Collections.DictionaryEntry variable in Environment.GetEnvironmentVariables())
            variables[(string)variable.Key] = (string?)variable.Value;
        return new JsonObject
        {
            ["calls"] = calls,
            ["processId"] = Environment.ProcessId,
            ["requestId"] = call.RequestId,
            ["functionArn"] = call.FunctionArn,
            ["remainingMs"] = call.DeadlineMs - DateTimeOffset.UtcNow.ToUnixTimeMilliseconds(),
            ["folder"] = Environment.CurrentDirectory,
            ["variables"] = variables,
        };
    }

    /// <summary>As the provider of a custom resource: tells its log what it does, and fails with the reason that the properties say.</summary>
    private static async Task AnswerAsync(JsonObject e)
    {
        var reason = e["RequestType"]!.GetValue<string>() == "Delete" ? null : e["ResourceProperties"]!["Fail"]?.GetValue<string>();
        Console.WriteLine($"asked to {e["RequestType"]} {e["ResourceProperties"]!["Name"]}");
        var answer = new JsonObject
        {
            ["Status"] = reason is null ? "SUCCESS" : "FAILED",
            ["Reason"] = reason ?? "done",
            ["PhysicalResourceId"] = "thing",
            ["StackId"] = e["StackId"]!.DeepClone(),
            ["RequestId"] = e["RequestId"]!.DeepClone(),
            ["LogicalResourceId"] = e["LogicalResourceId"]!.DeepClone(),
        };
        using var http = new HttpClient();
        using var content = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(answer.ToJsonString()));
        var url = new Uri(e["ResponseURL"]!.GetValue<string>(), new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        using var response = await http.PutAsync(url, content);
        response.EnsureSuccessStatusCode();
    }

    private static void Print(int lines, int length)
    {
        var line = new string('.', length);
        for (var i = 0; i < lines; i++)
            Console.Out.WriteLine(line);
        Console.Error.WriteLine("printed");
    }

    private static async Task WaitForFileAsync(string path)
    {
        Console.WriteLine("waiting");
        while (!File.Exists(path))
            await Task.Delay(10);
    }
}
