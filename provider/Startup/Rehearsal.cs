using System.Text.Json;
using Amazon.Bedrock;
using Amazon.Lambda.Core;
using Amazon.Runtime;
using BatchResource.Provider.Bedrock;
using BatchResource.Provider.Stacks;

namespace BatchResource.Provider.Startup;

/// <summary>
/// Has the function answer an event, and begin a TLS connection, before it asks for its first event. A custom resource's function starts
/// cold nearly every time, and Lambda gives it a whole processor until it asks, and a fraction of one from then on: what is loaded and
/// compiled here is not waited for later. Two things keep the rehearsal in the process, each enough on its own: its connections end here,
/// and its client has neither the address of a service nor real credentials. Nothing is logged.
/// </summary>
internal static class Rehearsal
{
    /// <summary>It takes a fifth of this; the function must not wait for one that hangs, not even for one that holds its thread.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Rehearses. A rehearsal that fails is no failure of the function.</summary>
    public static async Task RunAsync(ProviderOptions options, ILambdaSerializer serializer, TimeProvider time)
    {
        try
        {
            await Task.Run(() => RehearseAsync(options, serializer, time)).WaitAsync(Patience, time);
        }
#pragma warning disable CA1031 // It costs time later on, and nothing else.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
    }

    private static async Task RehearseAsync(ProviderOptions options, ILambdaSerializer serializer, TimeProvider time)
    {
        await AnswerAsync(new RehearsalServices(), options, serializer, time);
        await TlsRehearsal.RunAsync();
    }

    /// <summary>Has the function answer a Create.</summary>
    internal static async Task AnswerAsync(
        RehearsalServices services, ProviderOptions options, ILambdaSerializer serializer, TimeProvider time)
    {
        using var network = new RehearsalNetwork(services);
        var config = BedrockJobService.ConfigFor(options.Lifecycle);
        config.ServiceURL = "http://rehearsal.invalid/";
        config.AuthenticationRegion = "us-east-1";
        config.HttpClientFactory = network;
        using var bedrock = new AmazonBedrockClient(new SessionAWSCredentials("id", "secret", "token"), config);
        var record = new StackRecord(() => throw new InvalidOperationException("a Create does not ask CloudFormation"));
        var function = ProviderFunction.Create(
            options, _ => new BedrockJobService(bedrock), record, network.Client, Stream.Null, time, random: () => 0);
        using var payload = new MemoryStream(RehearsalEvent.Payload.ToArray());
        await function.HandleAsync(serializer.Deserialize<JsonElement>(payload), new RehearsalContext());
    }
}
