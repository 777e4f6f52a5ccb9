using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.Lambda.Core;
using BatchResource.Provider.CloudFormation;
using BatchResource.Provider.Jobs;
using BatchResource.Provider.Retry;
using BatchResource.Provider.Tests.Simulation;

namespace BatchResource.Provider.Tests.Support;

/// <summary>One invocation of the function on virtual time: the event, what is answered, what is logged.</summary>
internal sealed class FunctionRun
{
    private readonly Func<JsonElement, ILambdaContext, Task> function;
    private JsonElement handled;

    public FunctionRun(ICustomResource resource, params HttpStatusCode[] refusals)
        : this(_ => resource, refusals)
    {
    }

    public FunctionRun(Func<TimeProvider, ICustomResource> resource, params HttpStatusCode[] refusals)
        : this(refusals, (run, answers) => new CustomResourceFunction(
            resourceOf: OneResource(resource(run.Time)),
            new ResponseSender(answers, new Backoff(TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(20), () => 1), run.Time),
            run.Time,
            run.Captured.Log).HandleAsync)
    {
    }

    /// <summary>The function as it ships, with this way to Bedrock.</summary>
    public FunctionRun(Func<TimeProvider, IJobService> connect)
        : this(refusals: [], (run, answers) => ProviderFunction.Create(
            ProviderOptions.Read(_ => null),
            _ => connect(run.Time),
            new SimulatedRecord(run.Time, TestEvent.LogicalResourceId),
            answers,
            run.Captured.Output,
            run.Time,
            () => 1).HandleAsync)
    {
    }

    private FunctionRun(
        HttpStatusCode[] refusals, Func<FunctionRun, HttpClient, Func<JsonElement, ILambdaContext, Task>> assemble)
    {
        Box = new AnswerBox(Time, refusals);
        Captured = new LogCapture(Time);
        function = assemble(this, new HttpClient(Box) { Timeout = Timeout.InfiniteTimeSpan });
    }

    public VirtualTime Time { get; } = new();

    public AnswerBox Box { get; }

    public LogCapture Captured { get; }

    /// <summary>How long it took, on the virtual clock.</summary>
    public TimeSpan Duration { get; private set; }

    public FunctionRun Handle(JsonNode? payload, TimeSpan? timeout = null) => Handle(TestEvent.Element(payload), timeout);

    public FunctionRun Handle(JsonElement payload, TimeSpan? timeout = null)
    {
        handled = payload;
        Box.Answers.Clear();
        var start = Time.GetUtcNow();
        var context = new SimulatedContext(Time, timeout ?? TimeSpan.FromMinutes(15), "lambda-request");
        TestThread.Run(Time, () => function(payload, context));
        Duration = Time.GetUtcNow() - start;
        Assert.DoesNotContain(TestEvent.Secret, Captured.Text, StringComparison.Ordinal);
        return this;
    }

    /// <summary>The one answer that there has to be, in the form that CloudFormation takes.</summary>
    public JsonElement TheAnswer()
    {
        var answer = Assert.Single(Box.Answers);
        string[] ids = ["StackId", "LogicalResourceId", "RequestId"];
        Assert.Equal(ids.Select(IdOfEvent), ids.Select(id => AnswerBox.Text(answer, id)));
        Assert.InRange(Encoding.UTF8.GetByteCount(AnswerBox.Text(answer, "PhysicalResourceId")), 1, 1024);
        var isFailure = AnswerBox.Text(answer, "Status") == "FAILED";
        Assert.True(isFailure || AnswerBox.Text(answer, "Status") == "SUCCESS");
        Assert.Equal(isFailure, answer.TryGetProperty("Reason", out var reason));
        Assert.True(!isFailure || !string.IsNullOrEmpty(reason.GetString()));
        return answer;
    }

    /// <summary>The reason of the one answer, which has to be FAILED.</summary>
    public string TheReason()
    {
        Assert.Equal("FAILED", AnswerBox.Text(TheAnswer(), "Status"));
        return AnswerBox.Text(TheAnswer(), "Reason");
    }

    private static Func<string?, ICustomResource> OneResource(ICustomResource resource) => _ => resource;

    /// <summary>What the answer has to echo: of an id that is no text there is nothing to echo.</summary>
    private string IdOfEvent(string name) =>
        handled.TryGetProperty(name, out var id) && id.ValueKind == JsonValueKind.String ? id.GetString()! : string.Empty;
}
