using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using BatchResource.Contract;
using BatchResource.Provider.CloudFormation;
using BatchResource.Provider.Tests.Jobs;
using BatchResource.Provider.Tests.Simulation;
using BatchResource.Provider.Tests.Support;

namespace BatchResource.Provider.Tests.Completion;

/// <summary>
/// The provider as it ships, over a simulated Bedrock, with events of a completion and a handle that records its signals.
/// </summary>
internal sealed class CompletionHarness : HttpMessageHandler
{
    public const string Handle = "https://cloudformation-waitcondition-us-east-1.s3.amazonaws.com/arn%3Aaws/Handle?X-Amz-Signature=secret";

    private readonly ProviderFunction function;
    private readonly HttpClient http;
    private readonly List<ResourceAnswer> answers = [];
    private readonly LogCapture captured;

    public CompletionHarness()
    {
        http = new HttpClient(this) { Timeout = Timeout.InfiniteTimeSpan };
        captured = new LogCapture(Aws.Time);
        function = ProviderFunction.Create(
            ProviderOptions.Read(_ => null), _ => Aws.Service, Aws.Record, http, captured.Output, Aws.Time, () => 0.5);
    }

    public LifecycleHarness Aws { get; } = new();

    public HttpStatusCode HandleAnswers { get; set; } = HttpStatusCode.OK;

    /// <summary>What was put to the handle.</summary>
    public List<JsonElement> Signals { get; } = [];

    public string Logged => captured.Text;

    public ResourceAnswer Create(JsonObject properties) => Answer(Event("Create", properties));

    public ResourceAnswer Update(JsonObject properties, string physicalId, JsonObject? oldProperties = null)
    {
        var payload = Event("Update", properties);
        payload["PhysicalResourceId"] = physicalId;
        payload["OldResourceProperties"] = (oldProperties ?? properties).DeepClone();
        return Answer(payload);
    }

    public ResourceAnswer Delete(string physicalId)
    {
        var payload = Event("Delete", []);
        payload["PhysicalResourceId"] = physicalId;
        return Answer(payload);
    }

    /// <summary>Hands the function what EventBridge sends.</summary>
    public void Receive(JsonObject payload) => Aws.Time.Run(() => function.HandleAsync(
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
        var body = JsonDocument.Parse(await request.Content!.ReadAsByteArrayAsync(cancellationToken)).RootElement;
        if (request.RequestUri!.Host == new Uri(Handle).Host)
        {
            Signals.Add(body);
            return new HttpResponseMessage(HandleAnswers);
        }

        answers.Add(Read(body));
        return new HttpResponseMessage(HttpStatusCode.OK);
    }

    protected override void Dispose(bool disposing)
    {
        http.Dispose();
        base.Dispose(disposing);
    }

    private static JsonObject Event(string requestType, JsonObject properties)
    {
        var payload = TestEvent.Payload(requestType);
        payload["ResourceType"] = ResourceType.Completion;
        payload["StackId"] = LifecycleHarness.Owner.StackId;
        payload["ResourceProperties"] = properties.DeepClone();
        return payload;
    }

    private static ResourceAnswer Read(JsonElement answer) => new(
        AnswerBox.Text(answer, "PhysicalResourceId"),
        answer.TryGetProperty("Reason", out var reason) ? reason.GetString() : null,
        answer.TryGetProperty("Data", out var data)
            ? [.. data.EnumerateObject().Select(entry => KeyValuePair.Create(entry.Name, entry.Value.GetString()!))]
            : []);

    private ResourceAnswer Answer(JsonObject payload)
    {
        answers.Clear();
        Receive(payload);
        return Assert.Single(answers);
    }
}
