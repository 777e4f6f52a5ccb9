using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using BatchResource.Provider.CloudFormation;
using BatchResource.Provider.Jobs;
using BatchResource.Provider.Logging;
using BatchResource.Provider.Retry;
using BatchResource.Provider.Tests.Jobs;
using BatchResource.Provider.Tests.Simulation;

namespace BatchResource.Provider.Tests.Completion;

/// <summary>The completion's resource and event over a simulated Bedrock, with a handle that records its signals.</summary>
internal sealed class CompletionHarness : HttpMessageHandler
{
    public const string Handle = "https://cloudformation-waitcondition-us-east-1.s3.amazonaws.com/arn%3Aaws/Handle?X-Amz-Signature=secret";

    private readonly CompletionResource resource;
    private readonly CompletionEvent completion;
    private readonly HttpClient http;
    private readonly MemoryStream logged = new();
    private readonly Log log;

    public CompletionHarness()
    {
        http = new HttpClient(this);
        log = new Log(new LogWriter(logged, Aws.Time));
        var options = LifecycleHarness.Options;
        var sender = new ResponseSender(http, new Backoff(options.BackoffBase, options.BackoffLimit, () => 0.5), Aws.Time);
        JobWatch WatchFor(Log eventLog) => new(Aws.Service, options, Aws.Time, () => 0.5, eventLog);
        resource = new CompletionResource(WatchFor, new CompletionSignal(sender), Aws.Time);
        completion = new CompletionEvent(WatchFor, new CompletionSignal(sender), Aws.Time, log);
    }

    public LifecycleHarness Aws { get; } = new();

    public HttpStatusCode HandleAnswers { get; set; } = HttpStatusCode.OK;

    /// <summary>What was put to the handle.</summary>
    public List<JsonElement> Signals { get; } = [];

    public string Logged => System.Text.Encoding.UTF8.GetString(logged.ToArray());

    public ResourceAnswer Create(JsonObject properties, string? physicalId = null) =>
        Aws.Time.Run(() => resource.CreateAsync(Request(properties, physicalId), log, CancellationToken.None));

    public ResourceAnswer Update(JsonObject properties, string physicalId, JsonObject? oldProperties = null) => Aws.Time.Run(() =>
        resource.UpdateAsync(Request(properties, physicalId, oldProperties ?? properties), log, CancellationToken.None));

    public ResourceAnswer Delete(string physicalId) =>
        Aws.Time.Run(() => resource.DeleteAsync(Request([], physicalId), log, CancellationToken.None));

    public void Receive(JsonObject payload) => Aws.Time.Run(() => completion.HandleAsync(
        JsonSerializer.SerializeToElement(payload), new SimulatedContext(Aws.Time, TimeSpan.FromMinutes(15), "invocation-1")));

    public static JsonObject Properties(SimulatedJob job, bool withHandle = true, bool acceptsPartial = false)
    {
        var properties = new JsonObject { ["JobArn"] = job.Arn.Value };
        if (withHandle)
        {
            properties["WaitHandle"] = Handle;
            properties["AcceptPartiallyCompleted"] = acceptsPartial ? "true" : "false";
        }

        return properties;
    }

    /// <summary>What a schedule sends.</summary>
    public static JsonObject Scheduled(SimulatedJob job)
    {
        var payload = Properties(job);
        payload["Scheduled"] = "true";
        return payload;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Signals.Add(JsonDocument.Parse(await request.Content!.ReadAsByteArrayAsync(cancellationToken)).RootElement);
        return new HttpResponseMessage(HandleAnswers);
    }

    protected override void Dispose(bool disposing)
    {
        http.Dispose();
        base.Dispose(disposing);
    }

    private static CustomResourceRequest Request(JsonObject properties, string? physicalId, JsonObject? oldProperties = null) => new()
    {
        RequestType = physicalId is null ? RequestType.Create : RequestType.Delete,
        RequestId = "request-1",
        StackId = LifecycleHarness.Owner.StackId,
        LogicalResourceId = "Completion",
        ResponseUrl = ResponseUrl.TryParse("https://responses.example/x")!,
        PhysicalResourceId = physicalId,
        ResourceProperties = JsonSerializer.SerializeToElement(properties),
        OldResourceProperties = oldProperties is null ? default : JsonSerializer.SerializeToElement(oldProperties),
    };
}
