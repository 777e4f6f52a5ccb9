using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.Lambda.Core;
using BatchResource.Provider.Jobs;
using BatchResource.Provider.Startup;

namespace BatchResource.Provider.Tests.Startup;

/// <summary>What the process goes through before it asks for its first event.</summary>
public sealed class RehearsalTests
{
    private static readonly ProviderOptions Options = new(new LifecycleOptions(), Problem: null);

    [Fact]
    public async Task A_Creation_Is_Rehearsed_From_The_Event_To_The_Answer()
    {
        var services = new RehearsalServices();

        await Rehearsal.AnswerAsync(services, Options, ProviderJsonContext.CreateSerializer(), TimeProvider.System);

        var answer = JsonNode.Parse(services.Answer!)!;
        Assert.Equal("SUCCESS", (string?)answer["Status"]);
        Assert.Equal(RehearsalServices.JobArn, (string?)answer["PhysicalResourceId"]);
        Assert.Equal("Submitted", (string?)answer["Data"]!["Status"]);
    }

    [Fact]
    public async Task One_That_Fails_Costs_The_Function_Nothing()
    {
        var serializer = new BrokenSerializer();

        await Rehearsal.RunAsync(Options, serializer, TimeProvider.System);

        Assert.True(serializer.WasAsked);
    }

    private sealed class BrokenSerializer : ILambdaSerializer
    {
        public bool WasAsked { get; private set; }

        public T Deserialize<T>(Stream requestStream)
        {
            WasAsked = true;
            throw new JsonException("broken");
        }

        public void Serialize<T>(T response, Stream responseStream) => throw new NotSupportedException();
    }
}
