using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using BatchResource.Local.Lambda;

namespace BatchResource.Local.Tests.CloudFormation;

/// <summary>A provider inside the test's process: records each event and answers as the test says.</summary>
internal sealed class FakeProvider : ILambdaHost
{
    private static readonly HttpClient Http = new();

    private readonly ConcurrentQueue<JsonObject> events = new();
    private readonly ConcurrentDictionary<string, LambdaFunction> functions = new();

    /// <summary>Answers an event. By default with success and a physical id of the resource's own.</summary>
    public Func<JsonObject, Task> OnEvent { get; set; } = e => SucceedAsync(e);

    public IReadOnlyList<JsonObject> Events => [.. events];

    public IReadOnlyDictionary<string, LambdaFunction> Functions => functions;

    /// <summary>The events in a short form, such as <c>Create Job</c> or <c>Delete Job id-1</c>.</summary>
    public IReadOnlyList<string> Story => [.. Events.Select(e => $"{e["RequestType"]} {e["LogicalResourceId"]} {e["PhysicalResourceId"]}".TrimEnd())];

    public void Put(LambdaFunction function) => functions[function.FunctionArn] = function;

    public void Remove(string functionArn) => functions.TryRemove(functionArn, out _);

    public string InvokeAsEvent(string functionArn, ReadOnlyMemory<byte> payload)
    {
        if (functionArn == Stacks.MissingProvider)
            throw new KeyNotFoundException(functionArn);
        var e = JsonNode.Parse(payload.Span)!.AsObject();
        events.Enqueue(e);
        _ = Task.Run(() => OnEvent(e));
        return Guid.NewGuid().ToString();
    }

    public static Task<int> SucceedAsync(JsonObject e, string? physicalId = null, JsonObject? data = null)
    {
        var answer = Answer(e, "SUCCESS", physicalId ?? e["PhysicalResourceId"]?.ToString() ?? $"{e["LogicalResourceId"]}-1");
        if (data is not null)
            answer["Data"] = data;
        return PutAsync(e, answer.ToJsonString());
    }

    public static Task<int> FailAsync(JsonObject e, string reason, string? physicalId = null)
    {
        var answer = Answer(e, "FAILED", physicalId ?? e["PhysicalResourceId"]?.ToString() ?? $"{e["LogicalResourceId"]}-1");
        answer["Reason"] = reason;
        return PutAsync(e, answer.ToJsonString());
    }

    public static JsonObject Answer(JsonObject e, string status, string physicalId) => new()
    {
        ["Status"] = status,
        ["PhysicalResourceId"] = physicalId,
        ["StackId"] = e["StackId"]!.ToString(),
        ["RequestId"] = e["RequestId"]!.ToString(),
        ["LogicalResourceId"] = e["LogicalResourceId"]!.ToString(),
    };

    public static Task<int> PutAsync(JsonObject e, string body, string? contentType = null) =>
        PutAsync(e["ResponseURL"]!.ToString(), body, contentType);

    public static async Task<int> PutAsync(string url, string body, string? contentType = null)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        if (contentType is not null)
            content.Headers.ContentType = new MediaTypeHeaderValue(contentType);
        var uri = new Uri(url, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        using var response = await Http.PutAsync(uri, content);
        return (int)response.StatusCode;
    }
}
