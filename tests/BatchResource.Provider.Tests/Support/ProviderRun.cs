using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using BatchResource.Provider.Tests.Simulation;

namespace BatchResource.Provider.Tests.Support;

/// <summary>The provider as it ships, but for the network: an event goes in, one answer comes out, and Bedrock is simulated.</summary>
internal sealed class ProviderRun
{
    private readonly FunctionRun function;

    public ProviderRun() => function = new FunctionRun(time => Bedrock = new SimulatedBedrock(time, new SimulatedBedrockSwitches()));

    public SimulatedBedrock Bedrock { get; private set; } = null!;

    /// <summary>The clock.</summary>
    public VirtualTime Time => function.Time;

    /// <summary>What was logged.</summary>
    public IReadOnlyList<JsonElement> Log => function.Captured.Lines;

    /// <summary>Handles an event that has to be answered once.</summary>
    public JsonElement Answer(JsonNode? payload) => Answer(TestEvent.Element(payload));

    /// <inheritdoc cref="Answer(JsonNode?)"/>
    public JsonElement Answer(JsonElement payload) => function.Handle(payload).TheAnswer();

    /// <summary>Handles an event of EventBridge's, for which a wait condition has to be signalled once.</summary>
    public JsonElement Signal(JsonNode payload) => Assert.Single(function.Handle(payload).Box.Answers);

    /// <summary>Handles an event that has to succeed.</summary>
    /// <returns>The physical id.</returns>
    public string Succeed(JsonNode? payload) => Succeed(TestEvent.Element(payload));

    /// <inheritdoc cref="Succeed(JsonNode?)"/>
    public string Succeed(JsonElement payload)
    {
        var answer = Answer(payload);
        Assert.True(AnswerBox.Text(answer, "Status") == "SUCCESS", answer.GetRawText());
        return AnswerBox.Text(answer, "PhysicalResourceId");
    }

    /// <summary>Handles an event whose answer nobody takes.</summary>
    public void Lose(JsonNode? payload, HttpStatusCode refusal)
    {
        function.Box.Refusal = refusal;
        function.Handle(TestEvent.Element(payload));
        function.Box.Refusal = null;
        Assert.Empty(function.Box.Answers);
    }
}
