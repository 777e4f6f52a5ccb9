using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.Lambda.Core;
using BatchResource.Provider.Jobs;
using BatchResource.Provider.Startup;
using BatchResource.Provider.Tests.Simulation;

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
    public async Task The_Beginning_Of_A_Handshake_That_Nobody_Answers_Ends() => await TlsRehearsal.RunAsync();

    [Fact]
    public async Task One_That_Fails_Costs_The_Function_Nothing()
    {
        var asked = false;
        var serializer = new Serializer(() =>
        {
            asked = true;
            throw new JsonException("broken");
        });

        await Rehearsal.RunAsync(Options, serializer, TimeProvider.System);

        Assert.True(asked);
    }

    [Fact]
    public void One_That_Hangs_Is_Waited_For_Two_Seconds()
    {
        using var end = new ManualResetEventSlim();
        var time = new VirtualTime();
        var start = time.GetUtcNow();

        time.Run(() => Rehearsal.RunAsync(Options, new Serializer(end.Wait), time));

        Assert.Equal(TimeSpan.FromSeconds(2), time.GetUtcNow() - start);
        end.Set();
    }

    private sealed class Serializer(Action onEvent) : ILambdaSerializer
    {
        public T Deserialize<T>(Stream requestStream)
        {
            onEvent();
            return default!;
        }

        public void Serialize<T>(T response, Stream responseStream) => throw new NotSupportedException();
    }
}
